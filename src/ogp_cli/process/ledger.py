"""The ledger: what the commitments' files should say, computed from the meetings' decisions.

Decisions are applied in the order of the meetings; within a meeting, what opens comes before what
ends. A decision that contradicts an earlier one is refused, and changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from ogp_cli.models.commitment import DecisionStep, Status
from ogp_cli.models.decision import Merge
from ogp_cli.models.types import Text
from ogp_cli.plan import Decided, Moment, Plan, moment_of
from ogp_cli.process.vocabulary import EFFECTS, Order, step_of


class Posting(NamedTuple):
    """A line that a decision writes into the history of a commitment, and the status after it."""

    commitment: str
    step: DecisionStep
    decided: Decided
    status: Status


Why = Literal["itself", "target-ended", "circle", "taken", "not-open"]


class Refusal(NamedTuple):
    """A decision on a commitment that cannot be carried out, and the earlier one that forbids it.

    The merge is into the commitment `itself`, into one that has ended, or forms a cycle; the
    commitment already has another outcome (`taken`), or none that the decision could undo.
    """

    commitment: str
    decided: Decided
    why: Why
    earlier: Decided | None


@dataclass(slots=True)
class State:
    """One commitment at a moment.

    `into` is what it is merged into, or would be. A merged commitment has `members`, in the order
    of the decision, also while the merge is proposed; `made` is the last decision on that merge,
    `titled` the last one that gave a title. `before` is the status before any decision on the
    commitment itself.
    """

    status: Status = "standing"
    before: Status = "standing"
    into: str | None = None
    last: Posting | None = None
    members: dict[str, Decided] = field(default_factory=dict)
    made: Decided | None = None
    titled: Decided | None = None

    @property
    def title(self) -> Text | None:
        """The title that the decision `titled` gave to the merged commitment."""
        return getattr(self.titled.decision, "title", None) if self.titled else None


@dataclass(slots=True)
class Ledger:
    """The state of each commitment that a decision names, and the lines of its history.

    `refused` are the decisions that contradict an earlier one. `left_open` are the members of a
    proposed merge that the decision on it does not name, each with that decision.
    """

    states: dict[str, State] = field(default_factory=dict)
    postings: dict[str, list[Posting]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    left_open: list[tuple[str, Decided]] = field(default_factory=list)

    def state(self, commitment: str) -> State:
        """Return the state of a commitment; if no decision names it, it stands."""
        return self.states.get(commitment, _STANDING)

    def last_posting(self, commitment: str, moment: Moment) -> Posting | None:
        """Return the last posting of a commitment up to a moment, or None."""
        postings = self.postings.get(commitment, [])
        past = (each for each in reversed(postings) if moment_of(each.decided.meeting) <= moment)
        return next(past, None)

    def path(self, commitment: str) -> list[str]:
        """Return what a commitment is merged into, or would be, and what that is, and so on."""
        path: dict[str, None] = {}
        following = self.state(commitment).into
        while following and following not in path:
            path[following] = None
            following = self.state(following).into
        return list(path)

    def outcome(self, commitment: str) -> Status:
        """Return where a commitment ended, through merges.

        If a merged commitment is cancelled, its members are cancelled too, also while the merge is
        only proposed.
        """
        own = self.state(commitment).status
        through = [self.state(each).status for each in self.path(commitment)]
        if "cancelled" in through:
            return "cancelled"
        return "merge-proposed" if own == "merged" and "merge-proposed" in through else own


_STANDING = State()
# Nothing can be merged into a commitment with one of these statuses.
_GONE = frozenset({"merged", "cancelled"})
_OF_ITS_OWN = _GONE | {"merge-proposed"}


@lru_cache(maxsize=8)
def expected(plan: Plan, until: Moment | None = None) -> Ledger:
    """Return the ledger of a plan's decisions, up to and including a moment."""
    ledger = Ledger()
    for step, decided in _in_order(plan, until):
        _post(ledger, step, decided)
    return ledger


def _in_order(plan: Plan, until: Moment | None) -> Iterator[tuple[DecisionStep, Decided]]:
    """Yield the decisions on commitments up to a moment, each with its step."""

    def order(step: DecisionStep, decided: Decided) -> tuple[Moment, Order]:
        return moment_of(decided.meeting), EFFECTS[step].order

    steps = ((step_of(each.decision), each) for each in plan.index.decisions)
    on_commitments = [(step, decided) for step, decided in steps if step]
    for step, decided in sorted(on_commitments, key=lambda each: order(*each)):
        if until is None or moment_of(decided.meeting) <= until:
            yield step, decided


def _post(ledger: Ledger, step: DecisionStep, decided: Decided) -> None:
    decision = decided.decision
    target = decision.into if isinstance(decision, Merge) else None
    accepted = []
    for name in dict.fromkeys(decision.commitments):
        refused = _refusal(ledger, name, decided, step, target)
        if refused:
            why, state = refused
            earlier = state.last.decided if state.last else None
            ledger.refused.append(Refusal(name, decided, why, earlier))
        else:
            accepted.append(name)
    for name in accepted:
        _apply(ledger, name, step, decided, target)
    if target and accepted:
        _make(ledger, target, step, decided, accepted)


def _refusal(
    ledger: Ledger, name: str, decided: Decided, step: DecisionStep, target: str | None
) -> tuple[Why, State] | None:
    """Return why a decision cannot be taken on a commitment, and the state that forbids it."""
    state = ledger.state(name)
    if target == name:
        return "itself", state
    if target and name in ledger.path(target):
        return "circle", ledger.state(target)
    if target and ledger.state(target).status in _GONE:
        return "target-ended", ledger.state(target)
    # A meeting gives a commitment one outcome; dropping it from a merge does not count as one.
    again = state.last is not None and state.last.decided.meeting is decided.meeting
    other_merge = target is not None and state.into not in {None, target}
    if state.status != state.before and (
        again or other_merge or state.status not in EFFECTS[step].takes
    ):
        return "taken", state
    return None if state.status in EFFECTS[step].takes else ("not-open", state)


def _apply(
    ledger: Ledger, name: str, step: DecisionStep, decided: Decided, target: str | None
) -> None:
    state = ledger.states.setdefault(name, State())
    if state.into and (state.into != target or EFFECTS[step].gives is None):
        _leave(ledger, name, state.into)
    state.status = EFFECTS[step].gives or state.before
    state.into = target if EFFECTS[step].gives else None
    state.last = Posting(name, step, decided, state.status)
    ledger.postings.setdefault(name, []).append(state.last)


def _leave(ledger: Ledger, name: str, target: str) -> None:
    """Take a commitment out of a proposed merge, which is dropped with its last member."""
    merged = ledger.states[target]
    merged.members.pop(name, None)
    if not merged.members and merged.status == "pending":
        merged.status = "dropped"


def _make(
    ledger: Ledger, target: str, step: DecisionStep, decided: Decided, accepted: list[str]
) -> None:
    """Give a merged commitment its members and its status."""
    merge = decided.decision
    merged = ledger.states.setdefault(target, State())
    is_new, merged.made = merged.made is None, decided
    if isinstance(merge, Merge) and merge.title:
        merged.titled = decided
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
