"""The report of a half-year: what institutions say of the commitments that they carry out."""

import datetime as dt

from pydantic import Field

from ogp_cli.models.base import Part, Record, part
from ogp_cli.models.card import Completion
from ogp_cli.models.evidence import Evidence
from ogp_cli.models.types import AdoptedId, Date, Id, Text


@part
class Reported(Part):
    """What was reported of one commitment."""

    reported: Date | None = Field(
        default=None, description="The day when the institution reported it."
    )
    completion: Completion | None = Field(
        default=None, description="The completion of the commitment, as the institution reports it."
    )
    percentage: Text | None = Field(
        default=None, description="A percentage that the institution states, as it states it."
    )
    milestones: dict[Id, Completion | None] = Field(
        default_factory=dict, description="The completion of each milestone, by its id."
    )
    done: tuple[Text, ...] = Field(default=(), description="What was done in the half-year.")
    challenges: Text | None = Field(default=None, description="What stood in the way.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="What shows it.")

    @property
    def says_something(self) -> bool:
        """Whether anything was reported."""
        said = (self.completion, self.percentage, self.done, self.challenges, self.evidence)
        return any(said) or any(self.milestones.values())


@part
class Report(Record):
    """The report of a half-year; the file is called after its last month, as in `2025-06`."""

    presented: Date | None = Field(
        default=None,
        description="The day when the results were presented, which `ogp post` writes.",
    )
    commitments: dict[AdoptedId, Reported] = Field(
        default_factory=dict,
        description="What was reported, by the id of the commitment of the plan.",
    )

    @property
    def days(self) -> list[dt.date]:
        """The days when it was reported and presented, as far as they are known."""
        days = (self.presented, *(each.reported for each in self.commitments.values()))
        return [day for day in days if day]
