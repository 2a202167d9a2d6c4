"""The report of a half-year: what institutions say of the commitments that they carry out."""

import datetime as dt
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from ogp_cli.models.base import Part, Record, optional
from ogp_cli.models.card import Completion
from ogp_cli.models.evidence import Evidence
from ogp_cli.models.partial_date import first_day, is_half_year, last_day
from ogp_cli.models.types import AdoptedId, Date, Id, OneOrMore, Text
from ogp_cli.problem import Place

_A_YEAR = dt.timedelta(days=366)


class Said(Part):
    """What was reported of a commitment, or of a milestone."""

    completion: Completion | None = optional("How far it is, as the institution reports it.")
    stated: Text | None = optional("The institution's own word for it, where it has another.")
    percentage: Annotated[int, Field(ge=0, le=100, strict=True)] | None = optional(
        "A percentage that the institution states: 0 to 100."
    )
    done: tuple[Text, ...] = optional("What was done in the half-year.", ())
    challenges: Text | None = optional("What stood in the way.")
    evidence: tuple[Evidence, ...] = optional("What proves it.", ())

    @property
    def says_something(self) -> bool:
        """Whether anything was reported."""
        is_stated = self.percentage is not None
        said = (self.completion, self.stated, self.done, self.challenges, self.evidence)
        return is_stated or any(said)


def _how(value: object) -> str:
    return "<word>" if isinstance(value, str) else "<details>"


class Reported(Said):
    """What was reported of one commitment on a day."""

    reported: Date | None = optional("The day when the institution reported it.")
    milestones: dict[
        Id,
        Annotated[
            Annotated[Completion, Tag("<word>")] | Annotated[Said, Tag("<details>")],
            Discriminator(_how),
        ]
        | None,
    ] = optional("What was reported of each milestone, by its id: its completion, or more.", {})

    @property
    def details(self) -> dict[str, Said]:
        """What was reported of the milestones beside a word, by their ids."""
        return {id_: each for id_, each in self.milestones.items() if isinstance(each, Said)}

    @property
    def completions(self) -> dict[str, Completion]:
        """The completion of each milestone that has one, by its id."""
        words = {
            id_: each.completion if isinstance(each, Said) else each
            for id_, each in self.milestones.items()
        }
        return {id_: word for id_, word in words.items() if word}

    @property
    def says_something(self) -> bool:
        """Whether anything was reported, of the commitment or of a milestone."""
        of_parts = any(each.says_something for each in self.details.values())
        return super().says_something or bool(self.completions) or of_parts


class Report(Record):
    """The report of a half-year; the file is named after its last month, as in `2025-06`."""

    commitments: dict[AdoptedId, OneOrMore[Reported]] = optional(
        "What was reported, by the id of the commitment of the plan; what corrects it later is "
        "another item, with its own day.",
        {},
    )

    def entries(self, commitment: str) -> tuple[Reported, ...]:
        """Return what was reported of a commitment: first the report, then its corrections."""
        said = self.commitments.get(commitment, ())
        return (said,) if isinstance(said, Reported) else said

    def last(self, commitment: str) -> Reported | None:
        """Return what counts of a commitment: its report, or the last correction of it."""
        return next(reversed(self.entries(commitment)), None)

    def places(self, commitment: str) -> list[tuple[Place, Reported]]:
        """Return what was reported of a commitment, each with its place."""
        at, said = self.at("commitments", commitment), self.commitments[commitment]
        if isinstance(said, Reported):
            return [(at, said)]
        return [(at / index, each) for index, each in enumerate(said)]

    def known_since(self, reported: Reported) -> dt.date | None:
        """Return the day from which a part of it counts: its own, or the end of the half-year."""
        return reported.reported or (last_day(self.id) if is_half_year(self.id) else None)

    @property
    def days(self) -> list[dt.date]:
        """The days when it was reported, without those that are too late."""
        days = (each.reported for name in self.commitments for each in self.entries(name))
        return [day for day in days if day and not self.is_too_late(day)]

    def is_too_early(self, day: dt.date) -> bool:
        """Whether a day is before the last month of the half-year: too early to report on it."""
        return is_half_year(self.id) and day < first_day(self.id)

    def is_too_late(self, day: dt.date) -> bool:
        """Whether a day is more than a year after the half-year: its year is a slip."""
        return is_half_year(self.id) and day - last_day(self.id) > _A_YEAR
