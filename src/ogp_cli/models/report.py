"""The report of a half-year: what institutions say of the commitments that they carry out."""

import datetime as dt
from typing import ClassVar

from pydantic import Field

from ogp_cli.models.base import Part, Record
from ogp_cli.models.card import Completion
from ogp_cli.models.evidence import Evidence
from ogp_cli.models.partial_date import first_day, is_half_year, last_day
from ogp_cli.models.types import AdoptedId, Date, Id, Text

_A_YEAR = dt.timedelta(days=366)


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


class Report(Record):
    """The report of a half-year; the file is called after its last month, as in `2025-06`."""

    GONE: ClassVar = {"presented": "remove it: the meeting that presented the results says so"}

    commitments: dict[AdoptedId, Reported] = Field(
        default_factory=dict,
        description="What was reported, by the id of the commitment of the plan.",
    )

    @property
    def days(self) -> list[dt.date]:
        """The days when it was reported, without those that are too late."""
        days = (each.reported for each in self.commitments.values())
        return [day for day in days if day and not self.is_too_late(day)]

    def is_too_early(self, day: dt.date) -> bool:
        """Whether a day is before the last month of the half-year: too early to report on it."""
        return is_half_year(self.id) and day < first_day(self.id)

    def is_too_late(self, day: dt.date) -> bool:
        """Whether a day is more than a year after the half-year: its year is a slip."""
        return is_half_year(self.id) and day - last_day(self.id) > _A_YEAR
