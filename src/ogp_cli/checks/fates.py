"""The fate that the meetings' decisions give a commitment: the other side of its status."""

from dataclasses import dataclass, field

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Cancellation, Merge
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


def last_merges(plan: Plan) -> dict[str, tuple[Decided, Merge]]:
    """Return the last decision on every merge, by the id of the card that comes of it."""
    return {
        decided.decision.into: (decided, decided.decision)
        for decided in plan.decisions()
        if isinstance(decided.decision, Merge)
    }


def fate_of(plan: Plan, commitment: str) -> Fate:
    """Return the fate of a commitment, its decisions taken in order of time."""
    fate = Fate()
    for decided in plan.decisions_on(commitment):
        if fate.last and _excludes(fate.last, decided):
            fate.clashes.append((fate.last, decided))
        else:
            fate.last = decided
    return fate


def _excludes(earlier: Decided, later: Decided) -> bool:
    """Whether one decision leaves no room for another.

    A commitment has one fate at a meeting; what is merged or cancelled has ended; what is proposed
    for one merge is not for another, until the first is dropped.
    """
    before, after = earlier.decision, later.decision
    if earlier.meeting is later.meeting or isinstance(before, Cancellation):
        return True
    if before.state == "dropped":
        return False
    return before.state == "decided" or (isinstance(after, Merge) and before.into != after.into)
