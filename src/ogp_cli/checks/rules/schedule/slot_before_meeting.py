"""A coordination meeting is scheduled for a day before the meeting that schedules it.

Usually the month or the year is wrong. A slot on the same day is fine.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot in the past of its meeting."""
    for meeting, at, slot in plan.index.slots:
        if slot.at.date() < meeting.date:
            yield Finding(
                at / "at",
                "the slot is on {day}, before the meeting of {meeting}",
                "correct the day",
                {"day": slot.at.date(), "meeting": meeting.id},
                meeting.at("date"),
            )
