"""The ledger: what the commitments' files should say, computed from the meetings' decisions.

Decisions are applied in the order of the meetings; within a meeting, what opens comes before what
ends. A decision that contradicts an earlier one is refused, and changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from ogp_cli.models.commitment import Status
from ogp_cli.models.decision import Adoption, Amendment
from ogp_cli.models.history import DecisionStep
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.types import Text
from ogp_cli.plan import Decided, Moment, Plan, moment_of
from ogp_cli.process.acts import Act, acts_of
from ogp_cli.process.vocabulary import EFFECTS, StepOrder


class Posting(NamedTuple):
    """A line that a decision writes into the history of a commitment, and the status after it."""

    commitment: str
    step: DecisionStep
    decided: Decided
    status: Status


Why = Literal[
    "itself",
    "target-ended",
    "circle",
    "taken",
    "not-open",
    "undecided",
    "number",
    "closed",
    "not-closed",
    "in-plan",
    "not-in-plan",
]


class Refusal(NamedTuple):
    """A decision on a commitment that cannot be carried out, and the earlier one that forbids it.

    The merge is into the commitment `itself`, into one that has ended, or forms a cycle; the
    commitment already has another outcome (`taken`), or none that the decision could undo. What is
    adopted is in a merge that is `undecided`, or its `number` is taken. The adoption has `closed`
    the proposals, or has not yet; the commitment is `in-plan`, or is not.
    """

    commitment: str
    act: Act
    decided: Decided
    why: Why
    earlier: Decided | None


class Moved(NamedTuple):
    """The decision to move a milestone, and when that is due since."""

    due: str
    decided: Decided


@dataclass(slots=True)
class State:
    """One commitment at a moment.

    `into` is what it is merged into, or would be, or what it was adopted as. What a merge makes has
    `members`, in the order of the decision, also while the merge is proposed, and so has a
    commitment of the plan; `were` are those of a proposed merge before the last meeting at which
    some left it, `left_at`. `made` is the last decision on that, `titled` the last one that gave a
    `title`, unless an amendment changed it since. `before` is the status before any decision on the
    commitment itself. `moves` are those of its milestones: by the milestone, and by the meeting, in
    the order of the meetings.
    """

    status: Status = "standing"
    before: Status = "standing"
    into: str | None = None
    last: Posting | None = None
    members: dict[str, Decided] = field(default_factory=dict)
    were: tuple[str, ...] = ()
    left_at: Meeting | None = None
    made: Decided | None = None
    titled: Decided | None = None
    title: Text | None = None
    moves: dict[str, dict[str, Moved]] = field(default_factory=dict)

    @property
    def is_adopted(self) -> bool:
        """Whether it is a commitment of the plan."""
        return self.made is not None and isinstance(self.made.decision, Adoption)


@dataclass(slots=True)
class Ledger:
    """The state of each commitment that a decision names, and the lines of its history.

    `refused` are the decisions that contradict an earlier one. `left_open` are the members of a
    proposed merge that the decision on it does not name, each with that decision. `closed` is the
    decision that adopted the plan.
    """

    states: dict[str, State] = field(default_factory=dict)
    postings: dict[str, list[Posting]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    left_open: list[tuple[str, Decided]] = field(default_factory=list)
    closed: Decided | None = None

    def state(self, commitment: str) -> State:
        """Return the state of a commitment; if no decision names it, it stands."""
        return self.states.get(commitment, _STANDING)

    def last_posting(self, commitment: str, moment: Moment) -> Posting | None:
        """Return the last posting of a commitment up to a moment, or None."""
        postings = self.postings.get(commitment, [])
        past = (each for each in reversed(postings) if moment_of(each.decided.meeting) <= moment)
        return next(past, None)

    def path(self, commitment: str) -> list[str]:
        """Return what a commitment becomes, or would, and what that becomes, and so on."""
        path: dict[str, None] = {}
        following = self.state(commitment).into
        while following and following not in path:
            path[following] = None
            following = self.state(following).into
        return list(path)

    def outcome(self, commitment: str) -> Status:
        """Return where a commitment ended, through merges and the adoption.

        What befalls a merged commitment befalls its members too, also while the merge is only
        proposed. What the adoption leaves out is not adopted.
        """
        own = self.state(commitment).status
        through = [self.state(each).status for each in self.path(commitment)]
        final = next((each for each in (*reversed(through), own) if each in _FINAL), None)
        if final:
            return final
        if self.closed and own != "dropped":
            return "not-adopted"
        return "merge-proposed" if own == "merged" and "merge-proposed" in through else own


_STANDING = State()
# Nothing can be merged into a commitment with one of these statuses.
_GONE = frozenset({"merged", "cancelled"})
_OF_ITS_OWN = _GONE | {"merge-proposed", "adopted"}
# Where a proposal can end. The end of its path counts first.
_FINAL = frozenset({"cancelled", "not-adopted", "withdrawn", "adopted"})


@lru_cache(maxsize=8)
def expected(plan: Plan, until: Moment | None = None) -> Ledger:
    """Return the ledger of a plan's decisions, up to and including a moment."""
    ledger = Ledger()
    for step, decided in _in_order(plan, until):
        _post(ledger, step, decided)
    return ledger


def _in_order(plan: Plan, until: Moment | None) -> Iterator[tuple[DecisionStep, Decided]]:
    """Yield the decisions on commitments up to a moment, each with its step."""

    def order(step: DecisionStep, decided: Decided) -> tuple[Moment, StepOrder]:
        return moment_of(decided.meeting), EFFECTS[step].order

    steps = ((each.decision.step, each) for each in plan.index.decisions)
    on_commitments = [(step, decided) for step, decided in steps if step]
    for step, decided in sorted(on_commitments, key=lambda each: order(*each)):
        if until is None or moment_of(decided.meeting) <= until:
            yield step, decided


def _post(ledger: Ledger, step: DecisionStep, decided: Decided) -> None:
    is_revision = ledger.closed is not None
    for act in acts_of(decided):
        refused = _refusal_of_number(ledger, act, step)
        if refused:
            ledger.refused.append(Refusal(act.target or "", act, decided, "number", refused))
            continue
        accepted = []
        for name in dict.fromkeys(act.commitments):
            why, earlier = _refusal(ledger, name, decided, step, act, is_revision) or ("", None)
            if why:
                ledger.refused.append(Refusal(name, act, decided, why, earlier))
            else:
                accepted.append(name)
        for name in accepted:
            _apply(ledger, name, step, decided, act.target)
        if step == "adopted":
            _adopt(ledger, act, decided, accepted)
        elif act.target and accepted:
            _make(ledger, act, step, decided, accepted)
    if step == "adopted" and ledger.closed is None:
        ledger.closed = decided


def _refusal_of_number(ledger: Ledger, act: Act, step: DecisionStep) -> Decided | None:
    """Return the earlier decision that gave a commitment of the plan its number."""
    return ledger.state(act.target or "").made if step == "adopted" else None


def _refusal(
    ledger: Ledger, name: str, decided: Decided, step: DecisionStep, act: Act, is_revision: bool
) -> tuple[Why, Decided | None] | None:
    """Return why a decision cannot be taken on a commitment, and the one that forbids it."""
    state, effect = ledger.state(name), EFFECTS[step]
    last = state.last.decided if state.last else None
    if effect.of_plan != state.is_adopted:
        return ("in-plan", state.made) if state.is_adopted else ("not-in-plan", last)
    is_new = step in {"adopted", "not-adopted"} and not (step == "adopted" and is_revision)
    if ledger.closed and not effect.of_plan and not is_new:
        return "closed", ledger.closed
    if effect.order is StepOrder.REJECTS and not ledger.closed:
        return "not-closed", None
    refused = _refusal_of_merge(ledger, name, act.target) or _refusal_of_status(
        state, decided, step, act.target
    )
    if refused is None:
        return None
    why, by = refused
    return why, by.last.decided if by.last else by.made if why == "undecided" else None


def _refusal_of_merge(ledger: Ledger, name: str, target: str | None) -> tuple[Why, State] | None:
    state = ledger.state(name)
    if target == name:
        return "itself", state
    if target and name in ledger.path(target):
        return "circle", ledger.state(target)
    if target and ledger.state(target).status in _GONE:
        return "target-ended", ledger.state(target)
    return None


def _refusal_of_status(
    state: State, decided: Decided, step: DecisionStep, target: str | None
) -> tuple[Why, State] | None:
    takes = EFFECTS[step].takes
    if step == "adopted" and state.status in {"merge-proposed", "pending"}:
        return "undecided", state
    # A meeting gives a commitment one outcome; dropping it from a merge does not count as one.
    again = state.last is not None and state.last.decided.meeting is decided.meeting
    other_merge = target is not None and state.into not in {None, target}
    if state.status != state.before and (again or other_merge or state.status not in takes):
        return "taken", state
    return None if state.status in takes else ("not-open", state)


def _apply(
    ledger: Ledger, name: str, step: DecisionStep, decided: Decided, target: str | None
) -> None:
    state = ledger.states.setdefault(name, State())
    if state.into and (state.into != target or EFFECTS[step].gives is None):
        _leave(ledger, name, state.into, decided.meeting)
    state.status = EFFECTS[step].gives or state.before
    state.into = target if EFFECTS[step].gives else None
    state.last = Posting(name, step, decided, state.status)
    ledger.postings.setdefault(name, []).append(state.last)
    if isinstance(decided.decision, Amendment):
        for milestone, due in decided.decision.move.items():
            # Of two moves in a meeting, the last one counts.
            state.moves.setdefault(milestone, {})[decided.meeting.id] = Moved(due, decided)
        if "title" in decided.decision.changed:
            state.titled = state.title = None  # the new title stands in the card alone


def _leave(ledger: Ledger, name: str, target: str, meeting: Meeting) -> None:
    """Take a commitment out of a proposed merge, which is dropped with its last member."""
    merged = ledger.states[target]
    if merged.left_at is not meeting:
        merged.were, merged.left_at = tuple(merged.members), meeting
    merged.members.pop(name, None)
    if not merged.members and merged.status == "pending":
        merged.status = "dropped"


def _adopt(ledger: Ledger, act: Act, decided: Decided, accepted: list[str]) -> None:
    """Put a commitment into the plan, with what it was made of."""
    name = act.target or ""
    state = State("adopted", "adopted", made=decided, members=dict.fromkeys(accepted, decided))
    if act.title:
        state.titled, state.title = decided, act.title
    state.last = Posting(name, "adopted", decided, "adopted")
    ledger.states[name] = state
    ledger.postings.setdefault(name, []).append(state.last)


def _make(
    ledger: Ledger, act: Act, step: DecisionStep, decided: Decided, accepted: list[str]
) -> None:
    """Give a merged commitment its members and its status."""
    merged = ledger.states.setdefault(act.target or "", State())
    is_new, merged.made = merged.made is None, decided
    if act.title:
        merged.titled, merged.title = decided, act.title
    makes = EFFECTS[step].makes
    if makes == "dropped":
        return
    if makes == "standing":
        open_ = (each for each in merged.members if each not in accepted)
        ledger.left_open += [
            (each, decided) for each in open_ if ledger.state(each).status == "merge-proposed"
        ]
        merged.before = "standing"
    elif is_new or merged.status == "dropped":
        merged.before = "pending"
    merged.members |= dict.fromkeys(accepted, decided)
    if merged.status not in _OF_ITS_OWN:
        merged.status = merged.before
