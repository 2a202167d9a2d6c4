"""The fold: the meetings, one after the other, over what the commitments were at first.

It reads what each file says that a commitment was when it came into the book, and what the meetings
heard and decided; never what the files assert of the outcome. Decisions take effect in the order in
which they are written, so a meeting with several does what as many meetings with one each would do.
A decision that contradicts an earlier one is refused, and changes nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import Any

from ogp_cli.models.base import stated
from ogp_cli.models.card import Card
from ogp_cli.models.commitment import Adopted, Commitment, Proposal, Status
from ogp_cli.models.decision import Amendment, Explanation, Merge
from ogp_cli.models.history import HELD, DecisionStep, PlainHeard
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.partial_date import last_day
from ogp_cli.models.types import LABEL
from ogp_cli.plan import Decided, Moment, Plan, moment_of
from ogp_cli.process.acts import Act, acts_of
from ogp_cli.process.amendment import amend, wrong_in
from ogp_cli.process.ledger import Ledger, Line, Refusal, State, ValueChange, Why
from ogp_cli.process.vocabulary import EFFECTS
from ogp_cli.store.folder import COMMITMENTS

_OF_PLAN = re.compile(f"c{LABEL}")
# Nothing can be merged into a commitment with one of these statuses.
_GONE: Set[Status] = frozenset({"merged", "cancelled", "adopted"})
_OF_ITS_OWN = _GONE | {"merge-proposed"}


def expected(plan: Plan, until: Moment | None = None) -> Ledger:
    """Return the ledger of a book, up to and including a moment; of one as of a day, that day's."""
    limits = [each for each in (until, plan.as_of) if each]
    return _folded(plan.book or plan, min(limits, default=None))


@lru_cache(maxsize=8)
def _folded(plan: Plan, until: Moment | None) -> Ledger:
    fold = _Fold(plan)
    for meeting in plan.meetings.values():
        if until is None or moment_of(meeting) <= until:
            fold.take(meeting)
    return fold.ledger


def ledgers(plan: Plan) -> Iterator[tuple[Meeting, Ledger]]:
    """Yield each meeting with the ledger just after it, which the next one changes: one pass."""
    fold = _Fold(plan)
    for meeting in plan.meetings.values():
        fold.take(meeting)
        yield meeting, fold.ledger


def card_of(commitment: Commitment | None) -> dict[str, Any]:
    """Return what a file says of its commitment, by the keys of a card."""
    values = stated(commitment) if commitment else {}
    return {key: value for key, value in values.items() if key in Card.model_fields}


def proposals(plan: Plan) -> list[str]:
    """Return what was proposed on its own: it has a number, or no decision makes it."""
    made = {each.decision.into for each in plan.index.decisions if isinstance(each.decision, Merge)}
    files = (each for each in plan.commitments.values() if not _OF_PLAN.fullmatch(each.id))
    return [
        each.id
        for each in files
        if isinstance(each, Proposal) and (each.number is not None or each.id not in made)
    ]


class _Fold:
    """The ledger that the meetings give, one by one."""

    def __init__(self, plan: Plan) -> None:
        self._plan, self._files = plan, plan.commitments
        self._decisions = plan.index.decisions_of
        self._held = {(name, each.date) for name, met in plan.coordinations.items() for each in met}
        self._lines: dict[str, list[Line]] = {}  # of a meeting, by commitment
        self._open: list[tuple[str, Decided]] = []  # what its decisions on merges leave out
        self._makers: dict[str, tuple[int, Decided]] = {}  # its last decision that makes each
        self._proposals = proposals(plan)
        self.ledger = Ledger(
            {name: State(card=card_of(self._files[name])) for name in self._proposals}
        )

    def take(self, meeting: Meeting) -> None:
        """Add what a meeting heard, presented and decided."""
        self._lines, self._open = {}, []
        for name, line in heard(meeting, self._held):
            self._lines.setdefault(name, []).append(line)
        self._present(meeting)
        decisions = self._decisions(meeting.id)
        self._makers = {
            act.target: (index, decided)
            for index, decided in enumerate(decisions)
            for act in acts_of(decided)
            if act.target
        }
        for index, decided in enumerate(decisions):
            if decided.decision.step:
                self._decide(decided.decision.step, decided, index)
        self.ledger.left_open += [
            (name, decided)
            for name, decided in self._open
            if self.ledger.state(name).status == "merge-proposed"
        ]
        for name, lines in self._lines.items():
            story = self.ledger.states.setdefault(name, self._unmade(name)).story
            story += sorted(lines, key=lambda line: line.order)

    def _unmade(self, name: str) -> State:
        """Return the state of what no meeting has made yet; an unread file may be a proposal's."""
        if _OF_PLAN.fullmatch(name):
            return State("plan")
        return State("proposal" if self._plan.is_unread(COMMITMENTS, name) else "merge")

    def _present(self, meeting: Meeting) -> None:
        """Note the results of a half-year for what was in the plan by its end, and still is."""
        period = meeting.presented
        if period is None:
            return
        self.ledger.presented.setdefault(period, meeting)
        for state in self.ledger.states.values():
            is_due = state.made and state.made.meeting.date <= last_day(period)
            if state.kind == "plan" and state.status == "adopted" and is_due:
                state.presented.append((meeting, period))

    def _decide(self, step: DecisionStep, decided: Decided, index: int) -> None:
        ledger = self.ledger
        for act in acts_of(decided):
            taken = ledger.state(act.target or "").made if step == "adopted" else None
            if taken:
                ledger.refused.append(Refusal(act.target or "", act, decided, "number", taken))
                continue
            accepted = []
            for name in dict.fromkeys(act.commitments):
                refusal = self._refusal(name, step, decided, act, index)
                if refusal:
                    ledger.refused.append(refusal)
                else:
                    accepted.append(name)
            for name in accepted:
                self._apply(name, step, decided, act.target)
            if step == "adopted":
                self._adopt(act, decided, accepted)
            elif act.target and accepted:
                self._make(act, step, decided, accepted)
        if step == "adopted" and ledger.adoption is None:
            ledger.adoption = decided

    def _refusal(
        self, name: str, step: DecisionStep, decided: Decided, act: Act, index: int
    ) -> Refusal | None:
        """Return why a decision cannot be taken on a commitment, with the one that forbids it."""
        state = self.ledger.states.get(name) or self._unmade(name)
        found = (
            self._refusal_of_merge(name, act.target, step)
            or self._refusal_of_kind(name, state, step, index)
            or self._refusal_of_status(name, state, step, act.target)
        )
        if found:
            return Refusal(name, act, decided, *found)
        if isinstance(decided.decision, Amendment):
            wrong = wrong_in(state, decided.decision, decided.at)
            if wrong:
                earlier = state.dropped.get(wrong.milestone)
                return Refusal(name, act, decided, wrong.why, earlier, wrong.milestone, wrong.at)
        return None

    def _refusal_of_kind(
        self, name: str, state: State, step: DecisionStep, index: int
    ) -> tuple[Why, Decided | None] | None:
        if not state.is_there:
            made_at, later = self._makers.get(name, (-1, None))
            if made_at > index:
                return "below", later
            if state.kind == "merge":
                return "unmade", None
        on, is_of_plan = EFFECTS[step].on, state.kind == "plan"
        if is_of_plan and (state.made is None or on == "proposals"):
            return ("in-plan", state.made) if state.made else ("not-in-plan", None)
        return ("not-in-plan", state.last) if on == "plan" and not is_of_plan else None

    def _refusal_of_merge(
        self, name: str, target: str | None, step: DecisionStep
    ) -> tuple[Why, Decided | None] | None:
        if target is None or step == "adopted":
            return None
        ledger, into = self.ledger, self.ledger.state(target)
        if target == name:
            return "itself", ledger.state(name).last
        if into.kind == "plan" or (_OF_PLAN.fullmatch(target) and not into.made):
            return "target-ended", into.made
        if name in ledger.path(target):
            return "circle", into.last
        return ("target-ended", into.last) if into.status in _GONE else None

    def _refusal_of_status(
        self, name: str, state: State, step: DecisionStep, target: str | None
    ) -> tuple[Why, Decided | None] | None:
        takes = EFFECTS[step].takes
        if step == "explained":
            return None if self.ledger.outcome(name) in takes else ("not-ended", state.last)
        if step == "adopted" and state.status in {"merge-proposed", "pending"}:
            return "undecided", state.last or state.made
        is_other = step != "adopted" and target is not None and {*state.into} - {target}
        if state.status in takes and not is_other:
            # A proposal that was adopted has a card of its own, in the plan.
            is_over = step == "amended" and state.status == "adopted" and state.kind != "plan"
            return ("taken", state.last) if is_over else None
        return ("taken" if state.status != state.before else "not-open"), state.last

    def _apply(self, name: str, step: DecisionStep, decided: Decided, target: str | None) -> None:
        state, effect = self.ledger.states.setdefault(name, self._unmade(name)), EFFECTS[step]
        decision = decided.decision
        changes: tuple[ValueChange, ...] = ()
        if isinstance(decision, Amendment):
            changes = amend(state, decided, decision)
        elif isinstance(decision, Explanation):
            state.is_explained |= decision.reason is not None
        else:
            leaves = effect.gives is None or target not in state.into
            if state.status == "merge-proposed" and leaves:
                self._leave(name, state.into[0], decided.meeting)
                state.into = ()
            state.status, state.last = effect.gives or state.before, decided
            if step == "adopted" and state.kind == "plan":
                state.status = "replaced"
            if target and effect.gives:
                state.into = tuple(dict.fromkeys((*state.into, target)))
            state.is_explained = getattr(decision, "reason", None) is not None
        line = Line(decided.meeting, step, decided.at, None, decided, state.status, changes)
        self._lines.setdefault(name, []).append(line)

    def _leave(self, name: str, target: str, meeting: Meeting) -> None:
        """Take a commitment out of a proposed merge, which is dropped with its last member."""
        merged = self.ledger.states[target]
        if merged.left_at is not meeting:
            merged.were, merged.left_at = tuple(merged.members), meeting
        merged.members.pop(name, None)
        if not merged.members and merged.status == "pending":
            merged.status = "dropped"

    def _adopt(self, act: Act, decided: Decided, accepted: list[str]) -> None:
        """Put a commitment into the plan, with its card: what its file lacks, its source has."""
        name, file = act.target or "", self._files.get(act.target or "")
        sources = [self.ledger.state(each) for each in accepted]
        state = State("plan", "adopted", "adopted", made=decided, last=decided)
        state.members = dict.fromkeys(accepted, decided)
        if len(sources) == 1:
            state.card |= sources[0].card
            state.milestones |= sources[0].milestones
        leads = {lead for each in accepted for lead in self._leads(each)}
        state.card |= ({"lead": leads.pop()} if len(leads) == 1 else {}) | card_of(file)
        if isinstance(file, Adopted) and file.milestones:
            state.milestones = {each.id: each for each in file.milestones}
        if act.title:
            state.card["title"] = act.title
        self.ledger.states[name] = state
        line = Line(decided.meeting, "adopted", decided.at, None, decided, "adopted")
        self._lines.setdefault(name, []).append(line)

    def _leads(self, name: str) -> set[str | tuple[str, ...]]:
        """Return the lead of a source or, where it has none, those of what it was made of."""
        state = self.ledger.state(name)
        own = state.card.get("lead")
        return {own} if own else {lead for each in state.members for lead in self._leads(each)}

    def _make(self, act: Act, step: DecisionStep, decided: Decided, accepted: list[str]) -> None:
        """Give a merged commitment its members, its title and its status."""
        name, makes = act.target or "", EFFECTS[step].makes
        merged = self.ledger.states.get(name)
        if merged is None or not (merged.made or name in self._proposals):
            story = merged.story if merged else []
            merged = State("merge", card=card_of(self._files.get(name)), story=story)
            self.ledger.states[name] = merged
        is_new, merged.made = merged.made is None, decided
        if act.title:
            merged.card["title"] = act.title
        if makes == "dropped":
            return
        if makes == "standing":
            open_ = (each for each in merged.members if each not in accepted)
            self._open += [(each, decided) for each in open_]
            merged.before = "standing"
        elif merged.kind == "merge" and (is_new or merged.status == "dropped"):
            merged.before = "pending"
        merged.members |= dict.fromkeys(accepted, decided)
        if isinstance(decided.decision, Merge) and decided.decision.lead:
            merged.card["lead"] = decided.decision.lead
        if merged.status not in _OF_ITS_OWN:
            merged.status = merged.before


def heard(meeting: Meeting, held: Set[tuple[str, dt.date | None]]) -> Iterator[tuple[str, Line]]:
    """Yield what a meeting heard of each commitment.

    A coordination meeting says of each of its commitments that it was held. `held` are such
    commitments with the day: another meeting that hears of it only notes it.
    """
    for index, name in enumerate(meeting.coordinated_commitments):
        day = meeting.date.isoformat()  # as a file has it, for the model reads it
        was_held = PlainHeard(step=HELD, date=day)  # type: ignore[arg-type]
        yield name, Line(meeting, HELD, meeting.at("commitments", index), was_held)
    for index, group in enumerate(meeting.steps or ()):
        place = meeting.at("steps", index)
        for position, name in enumerate(group.on):
            for number, each in enumerate(group.heard):
                is_noted = each.step == HELD and (name, each.date) in held
                at, word_at = place / "on" / position, place / "heard" / number
                yield name, Line(meeting, each.step, at, each, word_at=word_at, noted=is_noted)
