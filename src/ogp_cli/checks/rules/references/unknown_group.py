"""A meeting names a group that `data/plan.yaml` does not have.

A group that is invited as a body is listed there once, under `groups`; a schedule uses its id. The
attendance may name a sector too.
"""

from collections.abc import Iterator
from typing import get_args

from ogp_cli.checks.references import unknown
from ogp_cli.models.organization import Sector
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that is no group, where it is first written."""
    references = (
        (name, at / "attendees" / index)
        for _, at, slot in plan.index.slots
        for index, name in enumerate(slot.attendees)
    )
    known = plan.info.groups
    message, hint = "no group “{name}”", "add it to the groups of data/plan.yaml"
    yield from unknown(references, known.__contains__, Nearest(known), message, hint)
    counted = (
        (name, meeting.at("attendance", name))
        for meeting in plan.all_meetings
        for name in meeting.attendance
    )
    either = {*get_args(Sector), *known}
    message = "“{name}” is neither a sector nor a group"
    yield from unknown(counted, either.__contains__, Nearest(either), message, hint)
