"""A proposal has none of the four fates, so that they do not add up.

Every proposal has exactly one fate: it stands, it is in one proposed merge, it was merged into one
other commitment, or it was cancelled. For the report of 21 March 2024: 27 = 17 + 7 + 0 + 3. Only
the card of a merge (a commitment with `merged_from`) can be `pending` or `dropped`.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import OF_CARDS
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every proposal whose status is that of a card."""
    count = plan.balance
    for commitment in plan.commitments.values():
        if commitment.is_proposal and commitment.status in OF_CARDS:
            yield Finding(
                commitment.at("status"),
                "“{status}” is no fate of a proposal: {proposals} proposals have {fates} fates",
                "write standing, merge-proposed, merged or cancelled; or add “merged_from”",
                {
                    "status": commitment.status,
                    "proposals": count.proposals,
                    "fates": count.fates,
                },
            )
