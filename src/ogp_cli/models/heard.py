"""What a meeting heard of the drafting: commitments that had the same steps, and the steps."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from ogp_cli.models.base import Part, optional
from ogp_cli.models.history import Draft, DraftingStep, HeardStep
from ogp_cli.models.types import CommitmentId, Date, NonEmpty, Text


class _Heard(Part):
    """What every step that was heard may say; the meeting is the one of the file."""

    KEY: ClassVar = "step"  # whose value tells the members of `Heard` apart

    step: DraftingStep = Field(description="What happened, or is to happen.")
    date: Date | None = optional("The day of the step itself, where it is known.")
    note: Text | None = optional("Anything else worth printing beside the step.")


class PlainHeard(_Heard):
    """A step that was heard of."""

    step: Literal[HeardStep, "merged-card-pending"] = Field(
        description="What happened, or is to happen."
    )


class MeetingToScheduleHeard(_Heard):
    """The step of commitments that wait for a coordination meeting."""

    step: Literal["meeting-to-schedule"] = Field(
        description="A coordination meeting is to be scheduled."
    )
    draft: Draft = optional("Which draft the meeting to schedule is about.")


_Mapping = Annotated[PlainHeard | MeetingToScheduleHeard, Field(discriminator=_Heard.KEY)]


def _spelt_out(value: object) -> object:
    """Return a step that is written as a word alone as the mapping that it stands for."""
    return {_Heard.KEY: value} if isinstance(value, str) else value


Heard = Annotated[
    _Mapping,
    BeforeValidator(
        _spelt_out, json_schema_input_type=DraftingStep | PlainHeard | MeetingToScheduleHeard
    ),
]


class Steps(Part):
    """Commitments that had the same steps, and the steps."""

    on: NonEmpty[CommitmentId] = Field(description="The commitments that had these steps.")
    heard: tuple[Heard, ...] = Field(
        description="The steps, in order: a word, or `{step: …, date: …, note: …}`. `[]` where the "
        "meeting came to them and heard of none."
    )
