"""The card of a commitment lacks what OGP's template asks for.

The template has the title, the lead, the problem, the solution, the expected results, how the
commitment serves the values of open government, and milestones with their start and their end. A
part of a milestone is due with it unless it has a day of its own. Nothing is asked of a milestone
that was dropped.

    milestones:
    - {id: 1, title: …, start: 2025-02}     # “due” is missing
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.implementation import dates_of, standing_milestones

LEVEL: Level = "warning"

_ASKED = ("lead", "problem", "solution", "results", "values", "milestones")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield one finding for every card."""
    for commitment in plan.adopted.values():
        missing = [*_missing(commitment)]
        if missing and commitment.status == "adopted":
            yield Finding(
                commitment.at(),
                "the card lacks what OGP's template asks for: {keys}",
                "add these keys, or accept the warning here with the reason",
                {"keys": ", ".join(missing)},
            )


def _missing(commitment: Commitment) -> Iterator[str]:
    yield from (key for key in _ASKED if not getattr(commitment, key))
    milestones, dates = standing_milestones(commitment), dates_of(commitment)
    lacking = {
        "start": [each.id for each in milestones if each.start is None],
        "due": [each.id for each in milestones if each.id not in dates],
    }
    yield from (f"{key} ({', '.join(names)})" for key, names in lacking.items() if names)
