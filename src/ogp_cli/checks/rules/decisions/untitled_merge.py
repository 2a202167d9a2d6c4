"""A proposed merge has no title for the merged commitment.

The committee may propose a merge before it has a title, but people who are asked for comments need
to know what the merge is about. Once the merge is decided, `missing-title` makes it an error.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every proposed merge without a title."""
    for each in plan.commitments.values():
        if each.title is None and each.status == "pending":
            yield Finding(
                each.at("merged_from").name,
                "the proposed merge has no title",
                "add a line that starts with “title:” once there is a title",
            )
