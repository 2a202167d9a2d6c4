"""An institution is a part of itself, or of one of its own parts.

It would have no name that people know: what it is part of is printed before it.

    direction-a1:
      name: …
      part_of: direction-a1     # the ministry was meant
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import ORGANIZATIONS

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield one institution of every circle of parts."""
    done: set[str] = set()
    for name in plan.organizations:
        path: dict[str, None] = {}
        above = name
        while above in plan.organizations and above not in done and above not in path:
            path[above] = None
            above = plan.organizations[above].part_of or ""
        done.update(path)
        if above in path:
            yield Finding(
                Place(ORGANIZATIONS, (above, "part_of")),
                "“{name}” is a part of itself",
                "write the institution that it is a department of, or remove the line",
                {"name": above},
            )
