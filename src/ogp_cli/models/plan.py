"""The plan itself: `plan.yaml`."""

from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, StrictBool, model_validator

from ogp_cli.models.base import Part, RuleName, optional
from ogp_cli.models.organization import Former
from ogp_cli.models.partial_date import HalfYear
from ogp_cli.models.refusal import Pattern, refuse
from ogp_cli.models.types import (
    Date,
    Gender,
    GroupId,
    Id,
    LanguageCode,
    NonBlank,
    PersonName,
    Positive,
    Reference,
    Text,
)

CountryCode = Annotated[
    str,
    Pattern(r"^[A-Z]{2}$", "{value} is not a country", "use the code of two capitals, as in MA"),
]
# How names of time zones are spelt; `ZoneInfo` knows which ones exist.
TIME_ZONE = r"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$"


# Zones in name alone: those of the machine, and none. `posix` and `right` have all zones again.
_NO_PLACE = {"localtime", "posixrules", "Factory", "posix", "right"}
# OGP's action plans cover four years at most; some were given another one.
_LONGEST = timedelta(days=5 * 366)


def _time_zone(value: str) -> str:
    with suppress(KeyError, OSError, ValueError):
        if value.partition("/")[0] not in _NO_PLACE:
            return ZoneInfo(value).key
    raise refuse("{value} is not a time zone", "write it as in Africa/Casablanca")


class Period(Part):
    """The first and the last day of the plan."""

    start: Date = Field(description="The first day of the plan.")
    end: Date = Field(description="The last day of the plan.")

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.end < self.start:
            raise refuse("the plan ends before it starts", "correct the start or the end")
        if self.end - self.start > _LONGEST:
            raise refuse(
                "the plan lasts more than five years",
                "correct the start or the end: an action plan covers two to four years",
            )
        return self


class Signatory(Part):
    """Who signs the minutes."""

    name: PersonName | None = optional("The person's name, without honorific.")
    gender: Gender | None = optional("`f` or `m`: the honorific follows from it.")
    role: Text = Field(description="In which function the person signs.")


class FormerInfo(Former):
    """What the plan's file said until a day: the keys that changed then."""

    committee: Text | None = optional("The name that the steering committee had.")
    groups: dict[GroupId, Text] = optional("Groups that had another name, by id.", {})
    letterhead: tuple[Text, ...] = optional(
        "The lines that stood above the title of the minutes.", ()
    )
    signatories: tuple[Signatory, ...] = optional("Who signed the minutes, in order.", ())


class CheckSettings(Part):
    """What the book itself asks of `ogp check`."""

    skip: tuple[Annotated[RuleName, Reference("rule")], ...] = optional(
        "The rules to leave out, of warnings and information; `ogp rules` lists them.", ()
    )
    strict: StrictBool = optional("`true`: warnings are a failure too.", False)


class PlanInfo(Part):
    """What applies to the whole plan."""

    title: Text = Field(description="The plan's full title.")
    country: CountryCode = Field(description="The country's ISO 3166 code, as in `MA`.")
    language: LanguageCode = Field(description="The main language, as in `ar`.")
    time_zone: Annotated[str, AfterValidator(_time_zone)] = Field(
        description="The time zone of the schedule, as in `Africa/Casablanca`.",
        json_schema_extra={"pattern": TIME_ZONE},
    )
    committee: Text = Field(description="The name of the steering committee.")
    proposals: Positive | None = optional(
        "How many proposals there are; `ogp check` notices a missing file."
    )
    period: Period | None = optional("The days that the plan covers.")
    periods: tuple[HalfYear, ...] = optional(
        "The half-years that are reported on, each by its last month, as in `2025-06`.", ()
    )
    languages: tuple[LanguageCode, ...] = optional(
        "The languages that the plan is published in, as in `[ar, fr]`.", ()
    )
    axes: dict[Id, Text] = optional("The axes that group the commitments, by id.", {})
    groups: dict[Id, Text] = optional("Groups that are invited as a body, by id.", {})
    sectors: dict[Id, Text] = optional(
        "Sectors of institutions beside the usual ones, or other names for these, by id.", {}
    )
    letterhead: tuple[Text, ...] = optional("The lines above the title of the minutes.", ())
    signatories: tuple[Signatory, ...] = optional("Who signs the minutes, in order.", ())
    formerly: tuple[FormerInfo, ...] = optional(
        "What `committee`, `groups`, `letterhead` and `signatories` were before, the oldest "
        "first, which older documents keep.",
        (),
    )
    licence: NonBlank | None = optional(
        "The licence of what `ogp export` and `ogp site` publish, as in `CC-BY-4.0`."
    )
    publish: tuple[Literal["names"], ...] = optional(
        "What else they publish: `names`, the names of people. Without it, only "
        "institutions and functions are named.",
        (),
    )
    check: CheckSettings = optional("The settings of `ogp check` for this book.", CheckSettings())
