"""Where a commitment comes from and what it became, according to the files."""

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan


def sources(plan: Plan, commitment: Commitment) -> list[str]:
    """Return what a commitment is made of, each followed by what that is made of."""
    found: dict[str, None] = {}
    left = list(reversed(commitment.merged_from))
    while left:
        source = left.pop()
        known = plan.commitments.get(source)
        if source not in found and known:
            left += reversed(known.merged_from)
        found[source] = None
    return list(found)


def targets(plan: Plan, commitment: Commitment) -> list[str]:
    """Return what a commitment is merged into, or would be, what that is merged into, and so on."""
    found: dict[str, None] = {}
    following = commitment.merged_into
    while following and following not in found:
        found[following] = None
        known = plan.commitments.get(following)
        following = known.merged_into if known else None
    return list(found)
