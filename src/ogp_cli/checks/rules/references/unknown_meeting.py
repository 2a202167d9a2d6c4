"""A step or a decision names a meeting that does not exist.

A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
"""

from collections.abc import Iterator
from itertools import chain

from ogp_cli.checks.references import unknown
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every meeting that has no file, at the first step or decision that names it."""
    steps = (
        (entry.meeting, commitment.at("history", index, "meeting"))
        for commitment in plan.commitments.values()
        for index, entry in enumerate(commitment.history)
        if entry.meeting not in plan.meetings
    )
    decisions = (
        (name, at / key)
        for _, at, decision in plan.index.decisions
        for key in ("approve", "correct")
        if (name := getattr(decision, key, "")) and name not in plan.meetings
    )
    message, hint = "no meeting “{name}”", "create data/meetings/{name}.yaml"
    references = chain(steps, decisions)
    return unknown(references, plan.has_meeting, Nearest(plan.meetings), message, hint)
