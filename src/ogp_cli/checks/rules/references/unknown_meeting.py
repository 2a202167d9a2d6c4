"""A step names a meeting that does not exist, or has not been held yet.

A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
"""

from collections.abc import Iterator

from ogp_cli.checks.references import unknown
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every meeting that has no file, or was not held, at the first step that names it."""
    references = [
        (entry.meeting, commitment.at("history", index, "meeting"))
        for commitment in plan.commitments.values()
        for index, entry in enumerate(commitment.history)
        if entry.meeting not in plan.meetings
    ]
    missing = (each for each in references if each[0] not in plan.planned)
    message, hint = "no meeting “{name}”", "create data/meetings/{name}.yaml"
    yield from unknown(missing, plan.has_meeting, Nearest(plan.meetings), message, hint)
    first = {name: at for name, at in reversed(references) if name in plan.planned}
    for name, at in first.items():
        message = "the meeting “{name}” is planned, and was not held yet"
        hint = "once it was held, remove its “state: planned”"
        state = plan.planned[name].at("state")
        yield Finding(at, message, hint, {"name": name}, state)
