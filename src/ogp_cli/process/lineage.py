"""Where a commitment comes from and what it became, according to the files."""

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan


def sources(plan: Plan, commitment: Commitment) -> list[str]:
    """Return what a commitment was made of, each followed by what that was made of."""
    found: dict[str, None] = {}
    left = list(reversed(commitment.made_from))
    while left:
        source = left.pop()
        known = plan.commitments.get(source)
        if source not in found and known:
            left += reversed(known.made_from)
        found[source] = None
    return list(found)


def targets(plan: Plan, commitment: Commitment) -> list[str]:
    """Return what a commitment became, or would become, what that became, and so on."""
    found: dict[str, None] = {}
    following = commitment.became
    while following and following not in found:
        found[following] = None
        known = plan.commitments.get(following)
        following = known.became if known else None
    return list(found)
