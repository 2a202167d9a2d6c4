"""A commitment has no title.

Only a merged commitment whose merge is proposed or dropped may lack one. The committee may propose
a merge before it agrees on a title, but it needs the title to decide the merge.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.ledger import expected
from ogp_cli.process.vocabulary import MERGED_ONLY

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment without a title but those of a proposed or dropped merge."""
    ledger = expected(plan)
    for commitment in plan.commitments.values():
        statuses = {commitment.status, ledger.state(commitment.id).status}
        if commitment.title is None and statuses.isdisjoint(MERGED_ONLY):
            yield Finding(
                commitment.at("title"),
                "the commitment has no title",
                "write the title after “title:”",
            )
