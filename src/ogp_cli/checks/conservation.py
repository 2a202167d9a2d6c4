"""The fates of the proposals do not add up to their number.

Every proposal has exactly one fate: it stands, it is in one proposed merge, it was merged into one
other commitment, or it was cancelled. For the report of 21 March 2024: 27 = 17 + 7 + 0 + 3.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import PLAN

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the sum, where it is wrong."""
    count = plan.balance
    if not count.adds_up:
        yield Finding(
            Place(PLAN),
            "{proposals} proposals, and their fates add up to {total}",
            "give every proposal one of: standing, merge-proposed, merged, cancelled",
            {
                "proposals": count.proposals,
                "total": count.standing + count.merging + count.merged + count.cancelled,
            },
        )
