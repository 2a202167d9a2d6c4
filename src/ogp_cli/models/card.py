"""The card of a commitment, after OGP's template: texts, values, milestones, IRM codings."""

from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from ogp_cli.models.base import Part, optional
from ogp_cli.models.evidence import Link
from ogp_cli.models.partial_date import PartialDate, first_day, last_day
from ogp_cli.models.refusal import refuse
from ogp_cli.models.types import (
    AxisId,
    Date,
    Gender,
    Id,
    NonBlank,
    OneOrMore,
    OrganizationId,
    PersonName,
    Text,
)

# What an institution reports, in order.
Completion = Literal["not-started", "limited", "substantial", "complete"]


# What OGP's template asks of a commitment of the plan.
ASKED = ("lead", "problem", "solution", "results", "values", "milestones")


class Head(Part):
    """The person in charge of a commitment's project."""

    name: PersonName | None = optional("The person's name, where it is known.")
    gender: Gender | None = optional(
        "`f` or `m`: the minutes inflect titles by it. Without it, they are neutral."
    )


class MilestoneValues(Part):
    """What a meeting may change of a milestone; another due date is a move."""

    title: Text | None = optional("What is to be done.")
    output: Text | None = optional("What is expected to come of it.")
    start: PartialDate | None = optional(
        "When it begins: a day, month, quarter, half-year or year, as in `2025-Q3`."
    )
    deadline: Text | None = optional(
        "When it ends, in the words of the plan, where these are no date: “each year”."
    )
    by: tuple[OrganizationId, ...] = optional("The institutions and associations responsible.", ())


class Milestone(MilestoneValues):
    """A stage of the implementation, with its output and its dates."""

    id: Id = Field(description="Its number or letter; `1.2` is a part of `1`.")
    title: Text = Field(description="What is to be done.")
    due: PartialDate | None = optional("When it ends: a month means its last day.")

    @model_validator(mode="after")
    def _starts_before_it_is_due(self) -> Self:
        if self.start and self.due and last_day(self.due) < first_day(self.start):
            raise refuse("the milestone is due before it starts", "correct its start or its due")
        return self


class Values(Part):
    """How a commitment serves the values of OGP."""

    transparency: Text | None = optional("Access to information.")
    participation: Text | None = optional("Civic participation.")
    accountability: Text | None = optional("Public accountability.")


class Named(Part):
    """What any commitment says of itself."""

    title: Text | None = optional(
        "The title. That of a merged commitment is in the decision on the merge."
    )
    lead: OneOrMore[OrganizationId] | None = optional(
        "The institution in charge, from organizations.yaml; or several, as in `[ministry-a, "
        "ministry-b]`."
    )
    head: Head | None = optional("The head of the project.")

    @property
    def leads(self) -> tuple[str, ...]:
        """The institutions in charge, which are of equal rank."""
        return names_of(self.lead)


def names_of(names: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return one name, or several, or none, as a list."""
    return (names,) if isinstance(names, str) else names or ()


class Card(Named):
    """What a commitment of the plan says of itself, as far as a meeting can decide it."""

    supporting: tuple[OrganizationId, ...] = optional(
        "The institutions and associations that support it.", ()
    )
    axis: AxisId | None = optional("The axis of the plan that it belongs to, from plan.yaml.")
    problem: Text | None = optional("The problem, and its causes.")
    so_far: Text | None = optional("What was done about it so far.")
    solution: Text | None = optional("What is going to be done.")
    results: Text | None = optional("What is expected to come of it.")
    values: Values | None = optional(
        "How it serves transparency, participation and accountability."
    )


class IrmCoding(Part):
    """What the Independent Reporting Mechanism found, in its own words; never computed."""

    report: NonBlank = Field(description="Which of its reports, as in `action-plan-review`.")
    date: Date | None = optional("The day of the report.")
    link: Link | None = optional("Where it can be read.")
    verifiable: StrictBool | None = optional("Whether the commitment is verifiable.")
    lens: StrictBool | None = optional("Whether it has an open-government lens.")
    potential: Literal["unclear", "modest", "substantial"] | None = optional(
        "Its potential for results."
    )
    promising: StrictBool | None = optional("Whether the review calls it promising.")
    completion: Literal["no-evidence-available", Completion] | None = optional(
        "How far it was carried out."
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
    ) = optional("The early results, in the words of the older or the newer IRM reports.")
