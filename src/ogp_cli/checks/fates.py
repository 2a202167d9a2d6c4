"""The fate that the meetings' decisions give a commitment: the other side of its status."""

from dataclasses import dataclass, field

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Cancellation, Meeting, Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.plan import Decided

# The step of a history that goes with a decision on a merge.
MERGE_STEPS = {"proposed": "merge-proposed", "decided": "merged", "dropped": "merge-dropped"}

_STATUS_BY_STEP = {
    "merge-proposed": "merge-proposed",
    "merge-dropped": "standing",
    "merged": "merged",
    "cancelled": "cancelled",
}
_STATUS = {"proposed": "merge-proposed", "decided": "merged", "dropped": "standing"}


@dataclass
class Fate:
    """What the decisions on a commitment come to: the last one that counts, and its effect.

    `clashes` are the decisions that an earlier one excludes, each with that one; they do not count.
    """

    last: Decided | None = None
    clashes: list[tuple[Decided, Decided]] = field(default_factory=list)

    @property
    def status(self) -> str:
        """The status that the commitment ought to have."""
        decision = self.last.decision if self.last else None
        if isinstance(decision, Cancellation):
            return "cancelled"
        return _STATUS[decision.state] if decision else "standing"

    @property
    def state(self) -> str:
        """The state of the merge: proposed, decided or dropped; "" where it is none."""
        decision = self.last.decision if self.last else None
        return decision.state if isinstance(decision, Merge) else ""

    @property
    def into(self) -> str | None:
        """What it is merged into, or proposed to be."""
        decision = self.last.decision if self.last else None
        return decision.into if isinstance(decision, Merge) else None


def status_by_history(commitment: Commitment) -> tuple[str, int | None]:
    """Return the status that a commitment's own steps come to, and the index of the last one."""
    for index in reversed(range(len(commitment.history))):
        status = _STATUS_BY_STEP.get(commitment.history[index].step)
        if status:
            return status, index
    return "standing", None


def circles(plan: Plan) -> list[list[str]]:
    """Return the circles that merges lead in, each once, from its first commitment in the book."""
    found: list[list[str]] = []
    done: set[str] = set()
    for name in plan.commitments:
        path: dict[str, None] = {}
        while name in plan.commitments and name not in done and name not in path:
            path[name] = None
            name = plan.commitments[name].merged_into or ""  # noqa: PLW2901 - walks on from it
        if name in path:
            found.append(list(path)[list(path).index(name) :])
        done |= path.keys()
    return found


@dataclass
class MergeState:
    """What the decisions on a merge come to: its members, its state, and the last decision."""

    last: Decided
    members: dict[str, Decided] = field(default_factory=dict)
    state: str = "proposed"


def merge_states(plan: Plan) -> dict[str, MergeState]:
    """Return the state of every merge, by the id of the card that comes of it.

    A proposal adds members, a decision settles them, and dropping takes away those that it names:
    the merge is dropped with the last of them.
    """
    states: dict[str, MergeState] = {}
    for decided in plan.decisions():
        merge = decided.decision
        if not isinstance(merge, Merge):
            continue
        state = states.setdefault(merge.into, MergeState(decided))
        named = dict.fromkeys(merge.merge, decided)
        if merge.state == "dropped":
            state.members = {k: v for k, v in state.members.items() if k not in named}
            state.state = state.state if state.members else "dropped"
        else:
            kept = state.members if merge.state == "proposed" else {}
            state.members, state.state = {**kept, **named}, merge.state
        state.last = decided
    return states


def counts_for(meeting: Meeting, end: Decided) -> bool:
    """Whether a meeting is the one that ended a commitment, or comes after it."""
    return (meeting.date, meeting.id) >= (end.meeting.date, end.meeting.id)


def fate_of(plan: Plan, commitment: str) -> Fate:
    """Return the fate of a commitment, its decisions taken in order of time."""
    fate = Fate()
    for decided in plan.decisions_on(commitment):
        decision = decided.decision
        if isinstance(decision, Merge) and decision.into == commitment:
            continue  # merge-target speaks
        if fate.last and _excludes(fate.last, decided):
            fate.clashes.append((fate.last, decided))
        else:
            fate.last = decided
    return fate


def _excludes(earlier: Decided, later: Decided) -> bool:
    """Whether one decision leaves no room for another.

    A commitment has one fate at a meeting; what is merged or cancelled has ended; what is proposed
    for one merge is not for another. Once the first is dropped, there is room again.
    """
    before, after = earlier.decision, later.decision
    if isinstance(before, Merge) and before.state == "dropped":
        return False
    if earlier.meeting is later.meeting or isinstance(before, Cancellation):
        return True
    return before.state == "decided" or (isinstance(after, Merge) and before.into != after.into)
