"""An institution or a group is invited to two coordination meetings at the same time.

The schedule gives no duration, so only the same hour and minute count as the same time.
"""

from collections.abc import Iterator
from datetime import datetime

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first guest of a slot whom an earlier slot of that hour also invites."""
    first: dict[tuple[datetime, str], Place] = {}
    for _, at, slot in plan.index.slots:
        guests = (*slot.organizations, *slot.attendees)
        taken = next((guest for guest in guests if (slot.at, guest) in first), None)
        if taken:
            yield Finding(
                at / "at",
                "“{guest}” is invited elsewhere at the same time",
                "correct the time of one of the two",
                {"guest": taken},
                first[slot.at, taken],
            )
        for guest in guests:
            first.setdefault((slot.at, guest), at / "at")
