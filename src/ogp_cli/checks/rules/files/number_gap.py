"""A number is missing between two commitments, or before the first one.

The commitment may have been withdrawn before it was discussed, or its file may have been lost.
Proposals and the commitments of the plan have a series of numbers each.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "info"
NEEDS = {"commitments"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment before whose number some are missing."""
    for is_adopted in (False, True):
        series = [each for each in plan.commitments.values() if each.is_adopted is is_adopted]
        yield from _gaps(series)


def _gaps(series: Sequence[Commitment]) -> Iterator[Finding]:
    numbers = [each.number for each in series if each.number]
    lost = any(each.is_proposal and not each.number for each in series)
    if lost or len(set(numbers)) < len(numbers):
        return  # the missing one's number is not written, or it has another's
    numbered = {each.number: each for each in series if each.number}
    for before, after in pairwise([0, *sorted(numbered)]):
        if after - before > 1:
            yield _finding(numbered[after], before + 1, after - 1)


def _finding(commitment: Commitment, first: int, last: int) -> Finding:
    one, several = "number {first} is missing", "numbers {first} to {last} are missing"
    return Finding(
        commitment.at("number"),
        one if first == last else several,
        "look for the file in git, or accept the warning here with the reason",
        {"first": first, "last": last},
    )
