"""Merges lead in a circle: a commitment is merged into one that is merged into it.

Followed from merge to merge, every proposal must end at a commitment that stands.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.plan.lineage import merge_circles
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every circle of two or more once, at its first commitment."""
    for circle in merge_circles(plan):
        if len(circle) > 1:
            yield Finding(
                plan.commitments[circle[0]].at("merged_into"),
                "the merges lead in a circle: {circle}",
                "correct one “merged_into”, so that the last one stands",
                {"circle": " → ".join([*circle, circle[0]])},
                plan.commitments[circle[-1]].at("merged_into"),
            )
