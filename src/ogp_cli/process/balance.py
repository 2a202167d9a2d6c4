"""Conservation: every proposal has exactly one outcome, and the outcomes add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.ledger import expected


@dataclass(frozen=True, slots=True)
class Balance:
    """How many proposals there are, and their outcomes, merges followed.

    `merging` proposals are in one of `merges` proposed merges, `merged` proposals in a decided one.
    `resulting` is the number of commitments if every proposed merge is decided. `missing` proposals
    have no outcome: plan.yaml counts them but no file has them, or a file is wrong.
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
    asked = plan.commitments.values() if commitments is None else commitments
    outcomes = {each.id: ledger.outcome(each.id) for each in asked if each.is_proposal}
    count = Counter(outcomes.values())
    going_on = [name for name, outcome in outcomes.items() if outcome != "cancelled"]
    merging = [name for name in going_on if outcomes[name] == "merge-proposed"]
    known = sum(count[each] for each in ("standing", "merge-proposed", "merged", "cancelled"))
    opening = plan.info.proposals if commitments is None else None
    proposals = max(opening or 0, len(outcomes))
    return Balance(
        proposals=proposals,
        standing=count["standing"],
        merging=len(merging),
        merges=len({ledger.path(name)[0] for name in merging}),
        merged=count["merged"],
        cancelled=count["cancelled"],
        resulting=len({[name, *ledger.path(name)][-1] for name in going_on}),
        missing=proposals - known,
    )
