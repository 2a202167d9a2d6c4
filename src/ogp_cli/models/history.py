"""The history of a commitment: its steps, one after the other."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ogp_cli.models.base import Part
from ogp_cli.models.types import Date, MeetingId, Text

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
_Adoption = Literal["adopted", "not-adopted", "amended", "withdrawn"]
DecisionStep = Literal[_MergeStep, "cancelled", "reinstated", _Adoption]
Step = Literal[DraftingStep, DecisionStep]
Draft = Literal["new-version", "proposed"] | None
# What an amendment can change: keys of models.commitment.Commitment.
CardKey = Literal[
    "title",
    "lead",
    "supporting",
    "axis",
    "problem",
    "so_far",
    "solution",
    "results",
    "values",
    "policy_areas",
    "milestones",
]


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


class PlainEntry(Entry):
    """A step of a commitment, reported at a meeting."""

    step: Literal[HeardStep, "merged-card-pending", _MergeStep, "reinstated", "adopted"] = Field(
        description="What happened, or is to happen."
    )


class MeetingToSchedule(Entry):
    """The step of a commitment that waits for a coordination meeting."""

    step: Literal["meeting-to-schedule"] = Field(
        description="A coordination meeting is to be scheduled."
    )
    draft: Draft = Field(default=None, description="Which draft the meeting to schedule is about.")


class ReasonedEntry(Entry):
    """The step that ends a commitment, with the reason."""

    step: Literal["cancelled", "not-adopted", "withdrawn"] = Field(
        description="What ended the commitment."
    )
    reason: Text | None = Field(default=None, description="Why, as the meeting said.")


class Amended(Entry):
    """The step of a commitment of the plan whose card a meeting changed."""

    step: Literal["amended"] = Field(description="The commitment was amended.")
    what: tuple[CardKey, ...] = Field(default=(), description="The keys that were changed.")
    reason: Text | None = Field(default=None, description="Why, as the meeting said.")


HistoryEntry = Annotated[
    PlainEntry | MeetingToSchedule | ReasonedEntry | Amended, Field(discriminator=Entry.KEY)
]
