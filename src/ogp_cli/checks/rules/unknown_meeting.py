"""A step is said to be reported at a meeting that does not exist.

A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
"""

from collections.abc import Iterator

from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step whose meeting has no file."""
    suggest = Nearest(plan.meetings)
    for commitment in plan.commitments.values():
        for index, entry in enumerate(commitment.history):
            if plan.has_meeting(entry.meeting):
                continue
            near = suggest(entry.meeting)
            hint = "did you mean “{near}”?" if near else "create data/meetings/{name}.yaml"
            yield Finding(
                commitment.at("history", index, "meeting"),
                "no meeting “{name}”",
                hint,
                {"name": entry.meeting, "near": near},
            )
