"""A commitment's history goes on after the step that ended it.

What is cancelled or merged into another has no drafting left: its steps belong to the card.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first step after the end."""
    for commitment in plan.commitments.values():
        steps = [entry.step for entry in commitment.history]
        ends = [index for index, step in enumerate(steps) if step in {"cancelled", "merged"}]
        if ends and ends[0] + 1 < len(steps):
            yield Finding(
                commitment.at("history", ends[0] + 1, "step"),
                "“{step}” comes after the commitment was {end}",
                "move the step before the end, or to the commitment that goes on",
                {"step": steps[ends[0] + 1], "end": steps[ends[0]]},
                commitment.at("history", ends[0], "step"),
            )
