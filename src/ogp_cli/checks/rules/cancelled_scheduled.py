"""A coordination meeting is scheduled on a commitment that is cancelled.

Only the schedules of the cancelling meeting and of later ones count: before, it was still alive.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import counts_for, fate_of
from ogp_cli.models.meeting import Cancellation
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot's commitment that the same meeting or an earlier one cancelled."""
    for name in plan.commitments:
        end = fate_of(plan, name).last
        if end is None or not isinstance(end.decision, Cancellation):
            continue
        for meeting, at, slot in plan.slots_of(name):
            if counts_for(meeting, end):
                yield Finding(
                    at / "commitments" / slot.commitments.index(name),
                    "{name} is cancelled by the meeting of {meeting}, and scheduled here",
                    "remove it from the schedule, or from the cancellation",
                    {"name": name, "meeting": end.meeting.id},
                    end.at,
                )
