"""Conservation: every proposal has exactly one outcome, and the outcomes add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.ledger import Ledger, expected


@dataclass(frozen=True, slots=True)
class Balance:
    """How many proposals there are, and what became of them through merges.

    `merging` proposals are in one of `merges` proposed merges, `merged` ones in one that was
    decided. `resulting` counts the commitments if every proposed merge is decided. `missing`
    proposals are counted by plan.yaml and have no file.
    """

    proposals: int
    standing: int
    merging: int
    merges: int
    merged: int
    cancelled: int
    resulting: int
    missing: int = 0


def balance(plan: Plan, commitments: Iterable[Commitment] | None = None) -> Balance:
    """Count the outcomes of the proposals of a book, or of those among some commitments."""
    ledger = expected(plan)
    of_all = commitments is None
    asked = plan.commitments.values() if commitments is None else commitments
    proposals = [each for each in asked if is_proposal(ledger, each)]
    outcomes = {each.id: ledger.outcome(each.id) for each in proposals}
    count = Counter(outcomes.values())
    going_on = [name for name, outcome in outcomes.items() if outcome != "cancelled"]
    merging = [name for name in going_on if outcomes[name] == "merge-proposed"]
    missing = _missing(plan, len(proposals)) if of_all else 0
    return Balance(
        proposals=len(proposals) + missing,
        standing=count["standing"],
        merging=len(merging),
        merges=len({ledger.path(name)[0] for name in merging}),
        merged=count["merged"],
        cancelled=count["cancelled"],
        resulting=len({[name, *ledger.path(name)][-1] for name in going_on}),
        missing=missing,
    )


def is_proposal(ledger: Ledger, commitment: Commitment) -> bool:
    """Whether a commitment was proposed on its own, not made by a merge."""
    return commitment.is_proposal and ledger.state(commitment.id).made is None


def _missing(plan: Plan, found: int) -> int:
    """Return how many proposals of the opening balance have no file."""
    return max(0, plan.info.proposals - found) if plan.info.proposals else 0
