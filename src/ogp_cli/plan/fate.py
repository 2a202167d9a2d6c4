"""What became of commitments and merges, step by step and decision by decision."""

from dataclasses import dataclass, field

from ogp_cli.models.commitment import Entry, Status
from ogp_cli.models.meeting import Decision, Merge
from ogp_cli.plan.plan import Decided, Plan

# The step of a history that goes with a decision on a merge.
MERGE_STEPS = {"proposed": "merge-proposed", "decided": "merged", "dropped": "merge-dropped"}

# What a step makes of the commitment.
STATUS_BY_STEP: dict[str, Status] = {
    "merge-proposed": "merge-proposed",
    "merge-dropped": "standing",
    "merged": "merged",
    "cancelled": "cancelled",
}

# What a merge makes of the card that comes of it.
CARD_STATUS: dict[str, Status] = {
    "proposed": "pending",
    "decided": "standing",
    "dropped": "dropped",
}


def step_of(decision: Decision) -> str:
    """Return the step of a history that goes with a decision."""
    return MERGE_STEPS[decision.state] if isinstance(decision, Merge) else "cancelled"


def status_by_steps(history: tuple[Entry, ...]) -> tuple[Status, int | None]:
    """Return the status that steps come to, and the index of the last one that says so."""
    for index in reversed(range(len(history))):
        status = STATUS_BY_STEP.get(history[index].step)
        if status:
            return status, index
    return "standing", None


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
