"""A meeting decided on a commitment, and the commitment's history does not have the step.

The table of the minutes is made from the histories: without the step, the minutes of the meeting
would not say what it decided.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import MERGE_STEPS, fate_of, status_by_history
from ogp_cli.models.meeting import Decision, Merge
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every decision that its meeting's minutes would not show."""
    for commitment in plan.commitments.values():
        if not all(plan.has_meeting(entry.meeting) for entry in commitment.history):
            continue  # the step may be there, under a name that unknown-meeting reports
        fate = fate_of(plan, commitment.id)
        elsewhere = {id(later) for _, later in fate.clashes}
        if status_by_history(commitment)[0] != commitment.status:
            elsewhere.add(id(fate.last))
        steps = {(entry.meeting, entry.step) for entry in commitment.history}
        fates = {meeting for meeting, step in steps if step in {"cancelled", *MERGE_STEPS.values()}}
        for decided in plan.decisions_on(commitment.id):
            meeting, at, decision = decided
            # What merge-target, two-fates, status-history or merge-state reports.
            itself = isinstance(decision, Merge) and decision.into == commitment.id
            if id(decided) in elsewhere or meeting.id in fates or itself:
                continue
            yield Finding(
                at / decision.KEY / decision.commitments.index(commitment.id),
                "{commitment} has no step “{step}” at the meeting of {meeting}",
                "add the step to its history, or correct the decision",
                {"commitment": commitment.id, "step": _step(decision), "meeting": meeting.id},
                commitment.at("history").name,
            )


def _step(decision: Decision) -> str:
    return MERGE_STEPS[decision.state] if isinstance(decision, Merge) else "cancelled"
