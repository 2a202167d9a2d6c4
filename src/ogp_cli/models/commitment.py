"""One commitment: its title, its lead, its status, and its history step by step."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ogp_cli.models.base import Part, Record, part
from ogp_cli.models.types import (
    CommitmentId,
    Date,
    Gender,
    MeetingId,
    OrganizationId,
    Positive,
    Text,
)

# In the order in which they are sorted.
Status = Literal["standing", "merge-proposed", "pending", "merged", "cancelled", "dropped"]

# What a meeting hears of the drafting, and what it decides; what each step does, process/ knows.
HeardStep = Literal[
    "comments-shared",
    "meeting-held",
    "comments-integrating",
    "comments-integrated",
    "new-version-received",
]
_MergeStep = Literal["merge-proposed", "merge-dropped", "merged"]
DraftingStep = Literal[HeardStep, "meeting-to-schedule", "merged-card-pending"]
DecisionStep = Literal[_MergeStep, "cancelled", "reinstated"]
Step = Literal[DraftingStep, DecisionStep]
Draft = Literal["new-version", "proposed"] | None


@part
class Entry(Part):
    """What all steps of a commitment have; a step with keys of its own is a subclass."""

    KEY: ClassVar = "step"  # its value tells the members of `HistoryEntry` apart

    meeting: MeetingId = Field(description="The meeting where the step was reported.")
    date: Date | None = Field(
        default=None, description="The day of the step itself, where it is known."
    )
    step: Step = Field(description="What happened, or is to happen.")
    note: Text | None = Field(
        default=None, description="Anything else worth printing beside the step."
    )


@part
class PlainEntry(Entry):
    """A step of a commitment, reported at a meeting."""

    step: Literal[HeardStep, "merged-card-pending", _MergeStep, "reinstated"] = Field(
        description="What happened, or is to happen."
    )


@part
class MeetingToSchedule(Entry):
    """The step of a commitment that waits for a coordination meeting."""

    step: Literal["meeting-to-schedule"] = Field(
        description="A coordination meeting is to be scheduled."
    )
    draft: Draft = Field(default=None, description="Which draft the meeting to schedule is about.")


@part
class Cancelled(Entry):
    """The last step of a commitment that a meeting cancelled."""

    step: Literal["cancelled"] = Field(description="The commitment was cancelled.")
    reason: Text | None = Field(default=None, description="Why the commitment was cancelled.")


HistoryEntry = Annotated[PlainEntry | MeetingToSchedule | Cancelled, Field(discriminator=Entry.KEY)]


@part
class Head(Part):
    """The person in charge of a commitment's project."""

    name: Text | None = Field(default=None, description="The person's name, where it is known.")
    gender: Gender = Field(description="`f` or `m`: the minutes inflect titles by it.")


@part
class Commitment(Record):
    """A proposal, or (with `merged_from`) the commitment that a merge makes of several."""

    number: Positive | None = Field(
        default=None,
        description="The number that people use. A merged commitment may have none.",
    )
    title: Text | None = Field(
        default=None,
        description="The title. Only a merged commitment that is not decided yet may lack one.",
    )
    lead: OrganizationId | None = Field(
        default=None, description="The institution in charge, from organizations.yaml."
    )
    head: Head | None = Field(default=None, description="The head of the project.")
    proposed: Date | None = Field(
        default=None, description="The day of the proposal, where it is known."
    )
    status: Status = Field(
        description="What became of the commitment: it stands; a merge of it is proposed; it was "
        "merged into another; it was cancelled. A merged commitment is `pending` while the "
        "merge is proposed, then it stands, or is `dropped` with the merge."
    )
    merged_into: CommitmentId | None = Field(
        default=None, description="The commitment that it is merged into, or would be."
    )
    merged_from: tuple[CommitmentId, ...] = Field(
        default=(), description="The commitments that this one is made of, or would be."
    )
    history: tuple[HistoryEntry, ...] = Field(
        default=(), description="The steps, in the order of the minutes."
    )

    @property
    def is_proposal(self) -> bool:
        """Whether it was proposed on its own, and not made by a merge."""
        return not self.merged_from
