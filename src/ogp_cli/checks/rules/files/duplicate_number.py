"""Two commitments have the same number.

People use the number, and the minutes print it: «الالتزام 10» must mean exactly one commitment.
Proposals have one series of numbers, and the commitments of the plan another.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment whose number an earlier one has."""
    first: dict[tuple[bool, int], Commitment] = {}
    for commitment in plan.commitments.values():
        if commitment.number is None:
            continue
        other = first.setdefault((commitment.is_adopted, commitment.number), commitment)
        if other is not commitment:
            yield Finding(
                commitment.at("number"),
                "“{other}” already has number {number}",
                "give one of the two another number",
                {"number": commitment.number, "other": other.id},
                other.at("number"),
            )
