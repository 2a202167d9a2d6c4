"""An institution is part of itself, or of one of its own departments.

An institution's name is printed after the name of the one that it is part of, so this one could not
be named.

    direction-a1:
      name: …
      part_of: direction-a1     # should be the ministry
"""

from collections.abc import Iterator, Mapping

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import ORGANIZATIONS

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield one institution of every circle of parts."""
    for circle in _circles({name: each.part_of for name, each in plan.organizations.items()}):
        yield Finding(
            Place(ORGANIZATIONS, (circle[0], "part_of")),
            "“{name}” is part of itself",
            "write the institution that it belongs to, or remove the line",
            {"name": circle[0]},
        )


def _circles(following: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield the circles that lead from name to name, each once, from the first one in order."""
    done: set[str] = set()
    for name in following:
        path: dict[str, None] = {}
        at = name
        while at in following and at not in done and at not in path:
            path[at] = None
            at = following[at] or ""
        if at in path:
            yield list(path)[list(path).index(at) :]
        done.update(path)
