"""The fate that the meetings' decisions give a commitment: the other side of its status."""

from dataclasses import dataclass, field

from ogp_cli.models.meeting import Cancellation, Meeting, Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.fate import STATUS_BY_STEP, step_of
from ogp_cli.plan.plan import Decided


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
        return STATUS_BY_STEP[step_of(self.last.decision)] if self.last else "standing"

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


_NONE = Fate()  # of the many that no meeting decides on


def counts_for(meeting: Meeting, end: Decided) -> bool:
    """Whether a meeting is the one that ended a commitment, or comes after it."""
    return (meeting.date, meeting.id) >= (end.meeting.date, end.meeting.id)


def fate_of(plan: Plan, commitment: str) -> Fate:
    """Return the fate of a commitment, its decisions taken in order of time."""
    decisions = plan.decisions_on(commitment)
    if not decisions:
        return _NONE
    fate = Fate()
    for decided in decisions:
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
