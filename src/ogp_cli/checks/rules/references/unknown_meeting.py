"""A step names a meeting that does not exist.

A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
"""

from collections.abc import Iterator

from ogp_cli.checks.references import unknown
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every meeting that has no file, at the first step that names it."""
    references = (
        (entry.meeting, commitment.at("history", index, "meeting"))
        for commitment in plan.commitments.values()
        for index, entry in enumerate(commitment.history)
        if entry.meeting not in plan.meetings
    )
    message, hint = "no meeting “{name}”", "create data/meetings/{name}.yaml"
    return unknown(references, plan.has_meeting, Nearest(plan.meetings), message, hint)
