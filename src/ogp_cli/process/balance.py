"""Conservation: every proposal has exactly one outcome, and the outcomes add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from ogp_cli.models.commitment import Adopted, Commitment, Proposal, Status
from ogp_cli.plan import Plan
from ogp_cli.process.fold import expected


@dataclass(frozen=True, slots=True)
class Balance:
    """How many proposals there are, and their outcomes, through merges and the adoption.

    `merging` proposals are in one of `merges` proposed merges, `merged` proposals in a decided one.
    `resulting` is the number of commitments if every proposed merge is decided. `missing` proposals
    have no outcome: plan.yaml counts them but no file has them, or a file is wrong. The plan has
    `in_plan` commitments, once it `is_adopted`, without those that were withdrawn.
    """

    proposals: int
    standing: int
    merging: int
    merges: int
    merged: int
    cancelled: int
    resulting: int
    missing: int = 0
    adopted: int = 0
    withdrawn: int = 0
    not_adopted: int = 0
    in_plan: int = 0
    is_adopted: bool = False

    @property
    def facts(self) -> dict[str, int]:
        """The numbers, by what they count; those of the plan only once it is adopted."""
        numbers = asdict(self)
        return {
            key: value
            for key, value in numbers.items()
            if key != "is_adopted" and (self.is_adopted or key not in _OF_PLAN)
        }


_GONE = {"cancelled", "not-adopted", "withdrawn"}
_OF_PLAN = {"adopted", "withdrawn", "not_adopted", "in_plan"}
_COUNTED: tuple[Status, ...] = (
    "standing",
    "merge-proposed",
    "merged",
    "cancelled",
    "adopted",
    "withdrawn",
    "not-adopted",
)


def balance(plan: Plan, commitments: Iterable[Commitment] | None = None) -> Balance:
    """Count the outcomes of the proposals of a book, or of those among some commitments."""
    ledger = expected(plan)
    counted = list(plan.commitments.values() if commitments is None else commitments)
    outcomes = {each.id: ledger.outcome(each.id) for each in counted if isinstance(each, Proposal)}
    count = Counter(outcomes.values())
    going_on = [name for name, outcome in outcomes.items() if outcome not in _GONE]
    merging = [name for name in going_on if outcomes[name] == "merge-proposed"]
    known = sum(count[each] for each in _COUNTED)
    opening = plan.info.proposals if commitments is None else None
    proposals = max(opening or 0, len(outcomes))
    return Balance(
        proposals=proposals,
        standing=count["standing"],
        merging=len(merging),
        merges=len({ledger.path(name)[0] for name in merging}),
        merged=count["merged"],
        cancelled=count["cancelled"],
        resulting=len({end for name in going_on for end in ledger.ends(name)}),
        missing=proposals - known,
        adopted=count["adopted"],
        withdrawn=count["withdrawn"],
        not_adopted=count["not-adopted"],
        in_plan=sum(
            ledger.status(each.id) == "adopted" for each in counted if isinstance(each, Adopted)
        ),
        is_adopted=ledger.adoption is not None and commitments is None,
    )
