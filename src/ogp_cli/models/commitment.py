"""One commitment: what is proposed or adopted, its status, and its history step by step."""

from typing import Literal

from pydantic import Field

from ogp_cli.models.base import Part, Record
from ogp_cli.models.card import IrmCoding, Milestone, Values
from ogp_cli.models.history import HistoryEntry
from ogp_cli.models.types import (
    AdoptedId,
    AxisId,
    CommitmentId,
    Date,
    Gender,
    NonBlank,
    OrganizationId,
    Positive,
    Text,
)

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
]


class Head(Part):
    """The person in charge of a commitment's project."""

    name: Text | None = Field(default=None, description="The person's name, where it is known.")
    gender: Gender = Field(description="`f` or `m`: the minutes inflect titles by it.")


class Commitment(Record):
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
    title: Text | None = Field(
        default=None,
        description="The title. Only a merged commitment that is not decided yet may lack one.",
    )
    lead: OrganizationId | None = Field(
        default=None, description="The institution in charge, from organizations.yaml."
    )
    head: Head | None = Field(default=None, description="The head of the project.")
    supporting: tuple[OrganizationId, ...] = Field(
        default=(), description="The institutions and associations that support it."
    )
    axis: AxisId | None = Field(
        default=None, description="The axis of the plan that it belongs to, from plan.yaml."
    )
    ogp: NonBlank | None = Field(default=None, description="OGP's own id, as in `MA0001`.")
    problem: Text | None = Field(default=None, description="The problem, and its causes.")
    so_far: Text | None = Field(default=None, description="What was done about it so far.")
    solution: Text | None = Field(default=None, description="What is going to be done.")
    results: Text | None = Field(default=None, description="What is expected to come of it.")
    values: Values | None = Field(
        default=None, description="How it serves transparency, participation and accountability."
    )
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
        "with the merge. A commitment of the plan is `adopted` until it is `withdrawn`."
    )
    merged_into: CommitmentId | None = Field(
        default=None, description="The commitment that it is merged into, or would be."
    )
    merged_from: tuple[CommitmentId, ...] = Field(
        default=(), description="The commitments that this one is made of, or would be."
    )
    adopted_as: AdoptedId | None = Field(
        default=None, description="The commitment of the plan that it was adopted as."
    )
    history: tuple[HistoryEntry, ...] = Field(
        default=(), description="The steps, in the order of the minutes."
    )

    @property
    def is_proposal(self) -> bool:
        """Whether it was proposed on its own: it is not what a merge or an adoption makes."""
        return not self.merged_from and not self.is_adopted

    @property
    def is_adopted(self) -> bool:
        """Whether it is a commitment of the plan, also if it was withdrawn since."""
        return self.adopted_from is not None

    @property
    def made_from(self) -> tuple[str, ...]:
        """What a merge or an adoption made it of."""
        return self.merged_from or self.adopted_from or ()

    @property
    def became(self) -> str | None:
        """What it is merged into, or would be, or what it was adopted as."""
        return self.merged_into or self.adopted_as
