"""One commitment: what it is called, who leads it, what became of it, step by step."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from ogp_cli.models.base import Part, Record, part
from ogp_cli.models.types import Date, Gender, Id, Text

# In the order in which they are sorted.
Status = Annotated[
    Literal["standing", "merge-proposed", "pending", "merged", "cancelled", "dropped"],
    Field(
        description="What became of the commitment: it stands; a merge of it is proposed; it was "
        "merged into another; it was cancelled. The commitment that a merge makes is `pending` "
        "while the merge is proposed, then it stands, or is `dropped` with the merge."
    ),
]

# What is heard of the drafting, and what a meeting decides; what each does, process/ knows.
DraftingStep = Literal[
    "comments-shared",
    "meeting-held",
    "comments-integrating",
    "comments-integrated",
    "new-version-received",
    "meeting-to-schedule",
    "merged-card-pending",
]
DecisionStep = Literal["merge-proposed", "merge-dropped", "merged", "cancelled"]
Step = DraftingStep | DecisionStep


def _only_with(key: str, step: Step) -> JsonDict:
    """Say in JSON Schema that a key is for one step alone."""
    return {
        "if": {"required": [key], "properties": {key: {"type": ["string", "object"]}}},
        "then": {"properties": {"step": {"const": step}}},
    }


@part
class Entry(Part):
    """One step of a commitment, reported at a meeting."""

    # The JSON Schema of `_qualifiers_fit`: an absent key, or a null, is not a string or a mapping.
    JSON_SCHEMA: ClassVar[JsonDict] = {
        "allOf": [_only_with("draft", "meeting-to-schedule"), _only_with("reason", "cancelled")]
    }

    meeting: Id = Field(description="The meeting where the step was reported.")
    date: Date | None = Field(
        default=None, description="The day of the step itself, where it is known."
    )
    step: Step = Field(description="What happened, or is to happen.")
    draft: Literal["new-version", "proposed"] | None = Field(
        default=None, description="Which draft the meeting to schedule is about."
    )
    reason: Text | None = Field(default=None, description="Why the commitment was cancelled.")
    note: Text | None = Field(
        default=None, description="Anything else worth printing beside the step."
    )

    @model_validator(mode="after")
    def _qualifiers_fit(self) -> "Entry":
        if self.draft and self.step != "meeting-to-schedule":
            raise PydanticCustomError("draft_step", "draft beside another step")
        if self.reason and self.step != "cancelled":
            raise PydanticCustomError("reason_step", "reason beside another step")
        return self


@part
class Head(Part):
    """The person in charge of a commitment's project."""

    name: Text | None = Field(default=None, description="The person's name, where it is known.")
    gender: Gender = Field(description="`f` or `m`: the minutes inflect titles by it.")


@part
class Commitment(Record):
    """A proposal, or (with `merged_from`) the card that a merge makes of several proposals."""

    number: Annotated[int, Field(ge=1, strict=True)] | None = Field(
        default=None,
        description="The number that people use. A card made by a merge may have none.",
    )
    title: Text | None = Field(
        default=None, description="The title; only a pending card may lack one."
    )
    lead: Id | None = Field(
        default=None, description="The institution in charge, from organizations.yaml."
    )
    head: Head | None = Field(default=None, description="The head of the project.")
    proposed: Date | None = Field(
        default=None, description="The day of the proposal, where it is known."
    )
    status: Status = Field()
    merged_into: Id | None = Field(
        default=None, description="The commitment that it is merged into, or would be."
    )
    merged_from: tuple[Id, ...] = Field(
        default=(), description="The commitments that this one is made of, or would be."
    )
    history: tuple[Entry, ...] = Field(
        default=(), description="The steps, in the order of the minutes."
    )

    @property
    def is_proposal(self) -> bool:
        """Whether it was proposed on its own, not made by a merge: the proposals are conserved."""
        return not self.merged_from
