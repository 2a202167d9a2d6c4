"""One commitment: what it was when it came into the book, and the outcome that is asserted."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ogp_cli.models.base import Record
from ogp_cli.models.card import Card, IrmCoding, Milestone
from ogp_cli.models.history import History
from ogp_cli.models.types import AdoptedId, CommitmentId, Date, NonBlank, Positive, Text

# In the order in which they are sorted.
Status = Literal[
    "standing",
    "merge-proposed",
    "pending",
    "merged",
    "cancelled",
    "dropped",
    "adopted",
    "not-adopted",
    "withdrawn",
    "replaced",
]


def _as_list(value: object) -> object:
    """Return one id as the list that it stands for."""
    return value if isinstance(value, tuple | list) else (value,)


AdoptedAs = Annotated[
    tuple[AdoptedId, ...],
    BeforeValidator(_as_list, json_schema_input_type=AdoptedId | tuple[AdoptedId, ...]),
]


class Commitment(Card, Record):
    """A proposal, what a merge makes of several, or (with `adopted_from`) a commitment of the plan.

    The keys from `supporting` to `irm` are those of OGP's template, for a commitment of the plan.
    """

    number: Positive | None = Field(
        default=None,
        description="The number that people use. Proposals have one series and the commitments of "
        "the plan another; a merged commitment may have none.",
    )
    adopted_from: tuple[CommitmentId, ...] | None = Field(
        default=None,
        description="What a commitment of the plan was made of; `[]` for one that a revision adds.",
    )
    ogp: NonBlank | None = Field(default=None, description="OGP's own id, as in `MA0001`.")
    policy_areas: tuple[Text, ...] = Field(
        default=(), description="The areas that OGP's Support Unit tags it with."
    )
    milestones: tuple[Milestone, ...] = Field(
        default=(), description="The steps of the implementation, in order."
    )
    irm: tuple[IrmCoding, ...] = Field(
        default=(), description="What the Independent Reporting Mechanism found, by its report."
    )
    proposed: Date | None = Field(
        default=None, description="The day of the proposal, where it is known."
    )
    status: Status = Field(
        description="What became of the commitment: it stands; a merge of it is proposed; it was "
        "merged into another; it was cancelled; it was adopted, or not adopted. A merged "
        "commitment is `pending` while the merge is proposed, then it stands, or is `dropped` "
        "with the merge. A commitment of the plan is `adopted` until it is `withdrawn`, or "
        "`replaced` by another. `ogp post` writes it, and what follows."
    )
    merged_into: CommitmentId | None = Field(
        default=None, description="The commitment that it is merged into, or would be."
    )
    merged_from: tuple[CommitmentId, ...] = Field(
        default=(), description="The commitments that this one is made of, or would be."
    )
    adopted_as: AdoptedAs = Field(
        default=(),
        description="The commitment of the plan that it was adopted as, or those, where it was "
        "split.",
    )
    history: History = Field(
        default_factory=dict,
        description="The words of what each meeting heard and decided of it: the meetings have the "
        "rest.",
    )

    @property
    def is_proposal(self) -> bool:
        """Whether it was proposed on its own, also if others were merged into it."""
        return not self.is_adopted and (self.number is not None or not self.merged_from)

    @property
    def is_adopted(self) -> bool:
        """Whether it is a commitment of the plan, also if it was withdrawn since."""
        return self.adopted_from is not None

    @property
    def made_from(self) -> tuple[str, ...]:
        """What a merge or an adoption made it of."""
        return self.merged_from or self.adopted_from or ()
