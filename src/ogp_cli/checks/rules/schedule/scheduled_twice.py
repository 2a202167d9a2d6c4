"""One schedule has two coordination meetings on the same commitment.

A later meeting schedules a second one, after the first was held.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot's commitment that an earlier slot of the schedule has."""
    first: dict[tuple[str, str], Place] = {}
    for meeting, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            place = at / "commitments" / index
            other = first.setdefault((meeting.id, name), place)
            if other.path[:2] != place.path[:2]:
                yield Finding(
                    place,
                    "{name} has another coordination meeting in this schedule",
                    "remove it from one of the two, or accept the warning here with the reason",
                    {"name": name},
                    other,
                )
