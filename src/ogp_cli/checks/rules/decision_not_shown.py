"""A meeting decided on a commitment, and the commitment's history does not have the step.

The table of the minutes is made from the histories: without the step, the minutes of the meeting
would not say what it decided.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import fate_of
from ogp_cli.models.commitment import FATE_STEPS, Commitment
from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.fate import status_by_steps, step_of
from ogp_cli.plan.plan import Decided
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every decision that its meeting's minutes would not show."""
    for commitment in plan.commitments.values():
        for meeting, at, decision in _unspoken(plan, commitment):
            yield Finding(
                at / decision.KEY / decision.commitments.index(commitment.id),
                "{commitment} has no step “{step}” at the meeting of {meeting}",
                "add the step to its history, or correct the decision",
                {"commitment": commitment.id, "step": step_of(decision), "meeting": meeting.id},
                commitment.at("history").name,
            )


def _unspoken(plan: Plan, commitment: Commitment) -> Iterator[Decided]:
    """Find the decisions of meetings that the history says nothing of, nor another rule."""
    if not all(plan.has_meeting(entry.meeting) for entry in commitment.history):
        return  # the step may be there, under a name that unknown-meeting reports
    fate = fate_of(plan, commitment.id)
    reported = {later.at for _, later in fate.clashes}  # by two-fates
    if fate.last and status_by_steps(commitment.history)[0] != commitment.status:
        reported.add(fate.last.at)  # by status-history
    spoken = {entry.meeting for entry in commitment.history if entry.step in FATE_STEPS}
    for decided in plan.decisions_on(commitment.id):
        decision = decided.decision
        itself = isinstance(decision, Merge) and decision.into == commitment.id  # by merge-target
        if decided.meeting.id not in spoken and decided.at not in reported and not itself:
            yield decided
