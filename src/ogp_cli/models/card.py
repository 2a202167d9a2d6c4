"""The card of an adopted commitment, after OGP's template: milestones, values, IRM codings."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ogp_cli.models.base import Part
from ogp_cli.models.evidence import Link
from ogp_cli.models.partial_date import PartialDate, first_day, last_day
from ogp_cli.models.refusal import refuse
from ogp_cli.models.types import Date, Id, MeetingId, NonBlank, OrganizationId, Text

# What an institution reports, in order.
Completion = Literal["not-started", "limited", "substantial", "complete"]


class Move(Part):
    """A decision that gave a milestone another due date."""

    meeting: MeetingId = Field(description="The meeting that decided it.")
    from_: PartialDate | None = Field(
        default=None,
        alias="from",
        description="When the milestone was due before, if it had a date of its own.",
    )
    reason: Text | None = Field(default=None, description="Why it was moved.")


class Milestone(Part):
    """A stage of the implementation, with its output and its dates."""

    id: Id = Field(description="Its number or letter; `1.2` is a part of `1`.")
    title: Text = Field(description="What is to be done.")
    output: Text | None = Field(default=None, description="What is expected to come of it.")
    start: PartialDate | None = Field(
        default=None,
        description="When it begins: a day, month, quarter, half-year or year, as in `2025-Q3`.",
    )
    due: PartialDate | None = Field(
        default=None, description="When it ends: a month means its last day."
    )
    deadline: Text | None = Field(
        default=None,
        description="When it ends, in the words of the plan, where these are no date: “each year”.",
    )
    by: tuple[OrganizationId, ...] = Field(
        default=(), description="The institutions and associations responsible."
    )
    added: MeetingId | None = Field(
        default=None, description="The meeting that added it, if it came after the adoption."
    )
    dropped: MeetingId | None = Field(
        default=None,
        description="The meeting that dropped it: it is not due any more, and its reports stay.",
    )
    moved: tuple[Move, ...] = Field(
        default=(), description="The decisions that moved it, which `ogp post` writes."
    )

    @model_validator(mode="after")
    def _starts_before_it_is_due(self) -> Self:
        if self.start and self.due and last_day(self.due) < first_day(self.start):
            raise refuse("the milestone is due before it starts", "correct its start or its due")
        return self


class Values(Part):
    """How a commitment serves the values of OGP."""

    transparency: Text | None = Field(default=None, description="Access to information.")
    participation: Text | None = Field(default=None, description="Civic participation.")
    accountability: Text | None = Field(default=None, description="Public accountability.")


class IrmCoding(Part):
    """What the Independent Reporting Mechanism found, in its own words; never computed."""

    report: NonBlank = Field(description="Which of its reports, as in `action-plan-review`.")
    date: Date | None = Field(default=None, description="The day of the report.")
    link: Link | None = Field(default=None, description="Where it can be read.")
    verifiable: Annotated[bool, Field(strict=True)] | None = Field(
        default=None, description="Whether the commitment is verifiable."
    )
    lens: Annotated[bool, Field(strict=True)] | None = Field(
        default=None, description="Whether it has an open-government lens."
    )
    potential: Literal["unclear", "modest", "substantial"] | None = Field(
        default=None, description="Its potential for results."
    )
    promising: Annotated[bool, Field(strict=True)] | None = Field(
        default=None, description="Whether the review calls it promising."
    )
    completion: Literal["no-evidence-available", Completion] | None = Field(
        default=None, description="How far it was carried out."
    )
    early_results: (
        Literal[
            "worsened",
            "did-not-change",
            "marginal",
            "major",
            "outstanding",
            "no-notable",
            "moderate",
            "significant",
        ]
        | None
    ) = Field(
        default=None,
        description="The early results, in the words of the older or the newer IRM reports.",
    )
