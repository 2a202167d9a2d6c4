"""The fate that the meetings' decisions give a commitment: the other side of its status."""

from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.plan import Decided

_STATUS = {"proposed": "merge-proposed", "decided": "merged", "dropped": "standing"}


class Fate(NamedTuple):
    """A status, and for a merge its target."""

    status: str
    into: str | None = None


STANDING = Fate("standing")


def expected_fate(plan: Plan, commitment: Commitment) -> tuple[Fate, Decided | None]:
    """Return the fate that the last decision on a commitment gives it, and that decision."""
    decided = plan.decisions_on(commitment.id)
    if not decided:
        return STANDING, None
    decision = decided[-1].decision
    if not isinstance(decision, Merge):
        return Fate("cancelled"), decided[-1]
    if decision.state == "dropped":
        return STANDING, decided[-1]
    return Fate(_STATUS[decision.state], decision.into), decided[-1]
