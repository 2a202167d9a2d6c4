"""A proposal is missing or has no outcome, so the outcomes do not add up.

Every proposal has exactly one outcome: it stands, it is in one proposed merge, it was merged into
another commitment, or it was cancelled. For the report of 21 March 2024: 27 = 17 + 7 + 0 + 3. Only
a merged commitment (with `merged_from`) can be `pending` or `dropped`. `proposals:` in plan.yaml is
the number of proposals; it shows when a file is missing, or when there is one too many.
"""

from collections.abc import Iterator

from ogp_cli.checks.comparison import compared
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.reconciliation import reconcile
from ogp_cli.store.folder import PLAN

LEVEL: Level = "error"
NEEDS = {"meetings", "commitments"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every proposal whose status is that of a merged commitment, and a wrong number."""
    yield from compared("conservation")(plan)
    number = plan.info.proposals
    found = sum(each.is_proposal for each in plan.commitments.values())
    if number and found != number and not reconcile(plan).groups:
        yield Finding(
            Place(PLAN, ("proposals",)),
            "there are {number} proposals, but {found} of them have a file",
            "look in git for a missing file; for a new proposal, correct the number",
            {"number": number, "found": found},
        )
