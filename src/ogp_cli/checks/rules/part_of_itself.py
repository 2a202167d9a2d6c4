"""An institution is a part of itself, or of one of its own parts.

It would have no name that people know: what it is part of is printed before it.

    direction-a1:
      name: …
      part_of: direction-a1     # the ministry was meant
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.plan.lineage import circles
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import ORGANIZATIONS

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield one institution of every circle of parts."""
    for circle in circles({name: each.part_of for name, each in plan.organizations.items()}):
        yield Finding(
            Place(ORGANIZATIONS, (circle[0], "part_of")),
            "“{name}” is a part of itself",
            "write the institution that it is a department of, or remove the line",
            {"name": circle[0]},
        )
