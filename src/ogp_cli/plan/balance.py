"""Conservation: every proposal has exactly one fate, and the fates add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ogp_cli.models.commitment import Commitment


@dataclass(frozen=True, slots=True)
class Balance:
    """How many proposals there are, what became of them, and how many commitments result.

    `merging` proposals are in one of `merges` proposed merges, `merged` ones in one that was
    decided. `resulting` counts the commitments if every proposed merge is adopted.
    """

    proposals: int
    standing: int
    merging: int
    merges: int
    merged: int
    cancelled: int
    resulting: int

    @property
    def fates(self) -> int:
        """How many proposals have a fate: all of them, in a book that is right."""
        return self.standing + self.merging + self.merged + self.cancelled


def balance(commitments: Iterable[Commitment]) -> Balance:
    """Count the fates that the commitments' own files state."""
    everything = list(commitments)
    proposals = [commitment for commitment in everything if commitment.is_proposal]
    fates = Counter(commitment.status for commitment in proposals)
    merging = [proposal for proposal in proposals if proposal.status == "merge-proposed"]
    return Balance(
        proposals=len(proposals),
        standing=fates["standing"],
        merging=fates["merge-proposed"],
        merges=len({proposal.merged_into for proposal in merging}),
        merged=fates["merged"],
        cancelled=fates["cancelled"],
        resulting=sum(each.status in {"standing", "pending"} for each in everything),
    )
