"""The words of a commitment's story, and the index of it that its file keeps.

Also what a meeting heard of the drafting: commitments that had the same steps, and the steps.
"""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import BeforeValidator, Field

from ogp_cli.models.base import Part, optional
from ogp_cli.models.types import CommitmentId, Date, MeetingId, NonBlank, NonEmpty, Text

# What a meeting hears of the drafting, and what it decides; what each step does, process/ knows.
HeardStep = Literal[
    "comments-shared",
    "meeting-held",
    "comments-integrating",
    "comments-integrated",
    "new-version-received",
]
HELD: Final = "meeting-held"  # the step that a coordination meeting stands for
DraftingStep = Literal[HeardStep, "meeting-to-schedule", "merged-card-pending"]
_MergeStep = Literal["merge-proposed", "merge-dropped", "merged"]
_OfPlan = Literal["adopted", "amended", "withdrawn", "explained"]
DecisionStep = Literal[_MergeStep, "cancelled", "reinstated", _OfPlan]
Step = Literal[DraftingStep, DecisionStep]
Draft = Literal["new-version", "proposed"] | None


# The words of what each meeting heard and decided of a commitment, as in `adopted`.
History = dict[MeetingId, tuple[NonBlank, ...]]


class _Heard(Part):
    """What every step that was heard may say; the meeting is the one of the file."""

    KEY: ClassVar = "step"  # whose value tells the members of `Heard` apart

    step: DraftingStep = Field(description="What happened, or is to happen.")
    date: Date | None = optional("The day of the step itself, where it is known.")
    note: Text | None = optional("Anything else worth printing beside the step.")


class PlainHeard(_Heard):
    """A step that was reported."""

    step: Literal[HeardStep, "merged-card-pending"] = Field(
        description="What happened, or is to happen."
    )


class MeetingToScheduleHeard(_Heard):
    """The step of commitments that wait for a coordination meeting."""

    step: Literal["meeting-to-schedule"] = Field(
        description="A coordination meeting is to be scheduled."
    )
    draft: Draft = optional("Which draft the meeting to schedule is about.")


def _spelt_out(value: object) -> object:
    """Return a step that is written as a word alone as the mapping that it stands for."""
    return {_Heard.KEY: value} if isinstance(value, str) else value


Heard = Annotated[
    PlainHeard | MeetingToScheduleHeard,
    Field(discriminator=_Heard.KEY),
    BeforeValidator(
        _spelt_out, json_schema_input_type=DraftingStep | PlainHeard | MeetingToScheduleHeard
    ),
]


class Steps(Part):
    """Commitments that had the same steps, and the steps."""

    on: NonEmpty[CommitmentId] = Field(description="The commitments that had these steps.")
    heard: tuple[Heard, ...] = Field(
        description="The steps, in order: a word, or `{step: …, date: …, note: …}`. `[]` where the "
        "meeting discussed them and no step was reported."
    )
