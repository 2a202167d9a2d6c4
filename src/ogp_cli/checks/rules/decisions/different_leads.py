"""A merge joins commitments with different leads.

This may be intended, but one institution will have to lead the merged commitment.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.ledger import expected

LEVEL: Level = "info"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every merge, not dropped, whose commitments name more than one lead."""
    for merge in expected(plan).states.values():
        known = (plan.commitments.get(name) for name in merge.members)
        leads = dict.fromkeys(each.lead for each in known if each and each.lead)
        if merge.made and len(leads) > 1:
            yield Finding(
                merge.made.at / "merge",
                "the commitments have different leads: {leads}",
                "agree on one lead, and accept the warning here with the reason",
                {"leads": ", ".join(leads)},
            )
