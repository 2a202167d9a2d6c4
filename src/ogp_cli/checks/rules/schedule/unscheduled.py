"""A commitment is waiting for a coordination meeting, but has no slot.

The last step on meetings in its history is `meeting-to-schedule`, and neither that meeting nor a
later one schedules it. A slot whose coordination meeting was held does not count any more. In the
report of 21 March 2024: 16.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.drafting import is_over, waiting

LEVEL: Level = "warning"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every living commitment that is promised a meeting and given none."""
    for commitment in plan.commitments.values():
        index = waiting(plan, commitment)
        if index is None or is_over(plan, commitment):
            continue
        meeting = plan.meetings.get(commitment.history[index].meeting)
        slots = plan.open_slots(commitment.id)
        if meeting and not any(slot.meeting.date >= meeting.date for slot in slots):
            yield Finding(
                commitment.at("history", index, "step"),
                "a coordination meeting is to be scheduled, but no schedule has one",
                "add a slot to the schedule of a meeting, or the step “meeting-held”",
                {},
                meeting.at("schedule").name,
            )
