"""A commitment has no title.

Only the card of a merge that is still proposed may lack one: the committee may propose to merge
before it has agreed on a title, but not decide so.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import OF_CARDS
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment without a title that is not a pending or dropped card."""
    for commitment in plan.commitments.values():
        if commitment.title is None and commitment.status not in OF_CARDS:
            yield Finding(
                commitment.at("title"),
                "the commitment has no title",
                "write the title after “title:”",
            )
