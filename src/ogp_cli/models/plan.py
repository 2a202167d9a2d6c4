"""The plan itself: `plan.yaml`."""

from datetime import timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from ogp_cli.models.base import Part, RuleName
from ogp_cli.models.former import Former
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
    if value.partition("/")[0] in _NO_PLACE or not _is_zone(value):
        raise refuse("{value} is not a time zone", "write it as in Africa/Casablanca")
    return value


def _is_zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (KeyError, OSError, ValueError):
        return False
    return True


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

    name: PersonName | None = Field(
        default=None, description="The person's name, without honorific."
    )
    gender: Gender | None = Field(
        default=None, description="`f` or `m`: the honorific follows from it."
    )
    role: Text = Field(description="In which function the person signs.")


class FormerInfo(Former):
    """What the plan's file said until a day: the keys that changed then."""

    committee: Text | None = Field(
        default=None, description="The name that the steering committee had."
    )
    groups: dict[GroupId, Text] = Field(
        default_factory=dict, description="Groups that had another name, by id."
    )
    letterhead: tuple[Text, ...] = Field(
        default=(), description="The lines that stood above the title of the minutes."
    )
    signatories: tuple[Signatory, ...] = Field(
        default=(), description="Who signed the minutes, in order."
    )


class CheckSettings(Part):
    """What the book itself asks of `ogp check`."""

    skip: tuple[Annotated[RuleName, Reference("rule")], ...] = Field(
        default=(),
        description="The rules to leave out, of warnings and information; `ogp rules` lists them.",
    )
    strict: Annotated[bool, Field(strict=True)] = Field(
        default=False, description="`true`: warnings are a failure too."
    )


class PlanInfo(Part):
    """What is true of the whole plan."""

    title: Text = Field(description="The plan's full title.")
    country: CountryCode = Field(description="The country's ISO 3166 code, as in `MA`.")
    language: LanguageCode = Field(description="The main language, as in `ar`.")
    time_zone: Annotated[str, AfterValidator(_time_zone)] = Field(
        description="The time zone of the schedule, as in `Africa/Casablanca`.",
        json_schema_extra={"pattern": TIME_ZONE},
    )
    committee: Text = Field(description="The name of the steering committee.")
    proposals: Positive | None = Field(
        default=None,
        description="How many proposals there are; `ogp check` notices a missing file.",
    )
    period: Period | None = Field(default=None, description="The days that the plan covers.")
    periods: tuple[HalfYear, ...] = Field(
        default=(),
        description="The half-years that are reported on, each by its last month, as in `2025-06`.",
    )
    languages: tuple[LanguageCode, ...] = Field(
        default=(), description="The languages that the plan is published in, as in `[ar, fr]`."
    )
    axes: dict[Id, Text] = Field(
        default_factory=dict, description="The axes that group the commitments, by id."
    )
    groups: dict[Id, Text] = Field(
        default_factory=dict, description="Groups that are invited as a body, by id."
    )
    sectors: dict[Id, Text] = Field(
        default_factory=dict,
        description="Sectors of institutions beside the usual ones, or other names for these, by "
        "id.",
    )
    letterhead: tuple[Text, ...] = Field(
        default=(), description="The lines above the title of the minutes."
    )
    signatories: tuple[Signatory, ...] = Field(
        default=(), description="Who signs the minutes, in order."
    )
    formerly: tuple[FormerInfo, ...] = Field(
        default=(),
        description="What `committee`, `groups`, `letterhead` and `signatories` were before, the "
        "oldest first, which older documents keep.",
    )
    licence: NonBlank | None = Field(
        default=None,
        description="The licence of what `ogp export` and `ogp site` publish, as in `CC-BY-4.0`.",
    )
    publish: tuple[Literal["names"], ...] = Field(
        default=(),
        description="What they publish beside the facts: `names`, those of people. Without it, "
        "only institutions and functions are named.",
    )
    check: CheckSettings = Field(
        default=CheckSettings(), description="How `ogp check` is to look at the book."
    )
