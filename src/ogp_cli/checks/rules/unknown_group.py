"""A coordination meeting invites a group that `data/plan.yaml` does not have.

Those who are invited as a body stand there once, under `groups`; a schedule uses their ids.
"""

from collections.abc import Iterator

from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every attendee that is no group."""
    suggest = Nearest(plan.info.groups)
    for _, at, slot in plan.schedule():
        for item, name in enumerate(slot.attendees):
            if name not in plan.info.groups:
                near = suggest(name)
                yield Finding(
                    at / "attendees" / item,
                    "no group “{name}”",
                    "did you mean “{near}”?" if near else "add it to the groups of data/plan.yaml",
                    {"name": name, "near": near},
                )
