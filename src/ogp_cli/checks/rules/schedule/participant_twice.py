"""A meeting lists the same participant twice.

The attendance by sector (OGP requirement 1.1) would be counted wrongly.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every participant whose name an earlier one has."""
    for meeting in plan.all_meetings:
        first: dict[str, Place] = {}
        for index, person in enumerate(meeting.participants):
            name = person.name if isinstance(person.name, str) else " / ".join(person.name.values())
            place = meeting.at("participants", index, "name")
            other = first.setdefault(name, place)
            if other is not place:
                yield Finding(
                    place,
                    "“{name}” is already among the participants",
                    "remove one of the two, or accept the warning here if they are two people",
                    {"name": name},
                    other,
                )
