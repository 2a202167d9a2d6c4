"""Where a commitment comes from, and what became of it: its merges, both ways."""

from collections.abc import Mapping

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan.plan import Plan


def targets(plan: Plan, commitment: Commitment) -> list[str]:
    """Return what a commitment was merged into, or would be, what became of that, and so on."""
    found: dict[str, None] = {}
    following = commitment.merged_into
    while following and following not in found:
        found[following] = None
        known = plan.commitments.get(following)
        following = known.merged_into if known else None
    return list(found)


def sources(plan: Plan, commitment: Commitment) -> list[str]:
    """Return what a commitment is made of, each before what that is made of, and so on."""
    found: dict[str, None] = {}
    left = list(reversed(commitment.merged_from))
    while left:
        source = left.pop()
        known = plan.commitments.get(source)
        if source not in found and known:
            left += reversed(known.merged_from)
        found[source] = None
    return list(found)


def circles(following: Mapping[str, str | None]) -> list[list[str]]:
    """Return the circles that lead from name to name, each once, from the first one in order."""
    found: list[list[str]] = []
    done: set[str] = set()
    for name in following:
        path: dict[str, None] = {}
        at = name
        while at in following and at not in done and at not in path:
            path[at] = None
            at = following[at] or ""
        if at in path:
            found.append(list(path)[list(path).index(at) :])
        done.update(path)
    return found


def merge_circles(plan: Plan) -> list[list[str]]:
    """Return the circles that merges lead in, from the first commitment in the book."""
    return circles({name: each.merged_into for name, each in plan.commitments.items()})
