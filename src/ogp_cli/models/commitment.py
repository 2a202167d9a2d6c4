"""The commitments: what is proposed, what a merge makes, and what is in the plan."""

import re
from typing import ClassVar, Literal

from pydantic import Field

from ogp_cli.models.base import Identity, Part, Record
from ogp_cli.models.card import IrmCoding, Milestone, Values
from ogp_cli.models.history import HistoryEntry
from ogp_cli.models.refusal import Misplaced
from ogp_cli.models.types import (
    LABEL,
    AdoptedId,
    AxisId,
    CommitmentId,
    Date,
    Gender,
    Label,
    NonBlank,
    OneOrMore,
    OrganizationId,
    ProposalLabel,
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


_NUMBER = (
    "The number that people use, as in `5`, `2.1` or `2A`. Proposals have one series and the "
    "commitments of the plan another; a merged commitment may have none."
)


class Head(Part):
    """The person in charge of a commitment's project."""

    name: Text | None = Field(default=None, description="The person's name, where it is known.")
    gender: Gender | None = Field(
        default=None,
        description="`f` or `m`: the minutes inflect titles by it. Without it, they are neutral.",
    )


class Commitment(Record):
    """What every commitment has; it is a `Proposal`, `Merged`, or `Adopted` into the plan."""

    MISPLACED: ClassVar[Misplaced]

    number: Label | None = Field(default=None, description=_NUMBER)
    title: Text | None = Field(
        default=None,
        description="The title. Only a merged commitment that is not decided yet may lack one.",
    )
    lead: OneOrMore[OrganizationId] | None = Field(
        default=None,
        description="The institution in charge, from organizations.yaml; or several, as in "
        "`[ministry-a, ministry-b]`.",
    )
    head: Head | None = Field(default=None, description="The head of the project.")
    status: Status = Field(
        description="What became of the commitment: it stands; a merge of it is proposed; it was "
        "merged into another; it was cancelled; it was adopted, or not adopted. A merged "
        "commitment is `pending` while the merge is proposed, then it stands, or is `dropped` "
        "with the merge. A commitment of the plan is `adopted` until it is `withdrawn`."
    )
    history: tuple[HistoryEntry, ...] = Field(
        default=(), description="The steps, in the order of the minutes."
    )

    @classmethod
    def kinds(cls) -> tuple[type["Commitment"], ...]:
        """Return the three kinds of a file in `data/commitments/`."""
        return Adopted, Merged, Proposal

    @classmethod
    def kind_of(cls, values: object, identity: Identity) -> type["Commitment"]:
        """Return the kind of a file, told by its name (`c1` is of the plan) and its keys."""
        if re.fullmatch(f"c{LABEL}", identity.id):
            return Adopted
        keys = values if isinstance(values, dict) else {}
        return next((each for each in cls.kinds() if each.KEY in keys), Proposal)

    @property
    def leads(self) -> tuple[str, ...]:
        """The institutions in charge, which are of equal rank."""
        if self.lead is None:
            return ()
        return (self.lead,) if isinstance(self.lead, str) else self.lead

    @property
    def made_from(self) -> tuple[str, ...]:
        """What a merge or an adoption made it of."""
        return ()

    @property
    def became(self) -> str | None:
        """What it is merged into, or would be, or what it was adopted as."""
        return None


class Drafted(Commitment):
    """What may become a commitment of the plan: a proposal, or what a merge makes."""

    number: ProposalLabel | None = Field(default=None, description=_NUMBER)
    merged_into: CommitmentId | None = Field(
        default=None, description="The commitment that it is merged into, or would be."
    )
    adopted_as: AdoptedId | None = Field(
        default=None, description="The commitment of the plan that it was adopted as."
    )

    @property
    def became(self) -> str | None:
        """What it is merged into, or would be, or what it was adopted as."""
        return self.merged_into or self.adopted_as


class Proposal(Drafted):
    """What somebody proposed for the plan."""

    MISPLACED: ClassVar = Misplaced(
        "only a commitment of the plan has “{key}”",
        "move it to the file that an adoption made, as in c1.yaml",
    )

    proposed: Date | None = Field(
        default=None, description="The day of the proposal, where it is known."
    )


class Merged(Drafted):
    """What a merge makes of several commitments."""

    KEY: ClassVar = "merged_from"
    MISPLACED: ClassVar = Misplaced(
        "a merged commitment does not have “{key}”",
        "remove it, or “merged_from”",
    )

    merged_from: tuple[CommitmentId, ...] = Field(
        description="The commitments that this one is made of, or would be."
    )

    @property
    def made_from(self) -> tuple[str, ...]:
        """What the merge made it of."""
        return self.merged_from


class Adopted(Commitment):
    """A commitment of the plan, also if it was withdrawn since.

    The keys from `supporting` to `irm` are those of OGP's template.
    """

    KEY: ClassVar = "adopted_from"
    MISPLACED: ClassVar = Misplaced(
        "a commitment of the plan does not have “{key}”",
        "remove it, or “adopted_from”",
    )

    adopted_from: tuple[CommitmentId, ...] = Field(
        default=(),
        description="What a commitment of the plan was made of; `[]` for one that a revision adds.",
    )
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

    @property
    def made_from(self) -> tuple[str, ...]:
        """What it was adopted from."""
        return self.adopted_from
