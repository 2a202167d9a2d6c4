"""The values that the models share: human text, ids, dates and times."""

import datetime as dt
from sys import intern
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from ogp_cli.ids import ID
from ogp_cli.models.refusal import Pattern

Gender = Literal["f", "m"]
Positive = Annotated[int, Field(ge=1, strict=True)]

LanguageCode = Annotated[
    str,
    Pattern(
        r"^[a-z]{2,3}$", "{value} is not a language", "use a code of two letters, as in ar or fr"
    ),
]


NonBlank = Annotated[str, Pattern(r"\S", "the text is empty", "write the text, or remove the line")]


def _text_kind(value: object) -> str:
    return "<by-language>" if isinstance(value, dict) else "<text>"


class Human:
    """Marks the fields of a model that hold text for people."""


# Tags of unions have angle brackets, because pydantic puts them among the keys in an error's path.
Text = Annotated[
    Annotated[NonBlank, Tag("<text>")]
    | Annotated[dict[LanguageCode, NonBlank], Field(min_length=1), Tag("<by-language>")],
    Discriminator(_text_kind),
    Human(),
    Field(
        description="Text for people: a plain string in the plan's main language, or one string "
        "per language, as in `{ar: …, fr: …}`."
    ),
]


def _id(value: object) -> object:
    """Return a number as text, and text as one interned object for the whole book."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return intern(value) if isinstance(value, str) else value


_IdText = Annotated[
    str,
    Pattern(
        ID,
        "{value} is not an id",
        "use Latin letters, digits, - _ . and no spaces, as in civil-society",
    ),
]
Id = Annotated[
    _IdText,
    BeforeValidator(_id, json_schema_input_type=_IdText | Annotated[int, Field(ge=0)]),
]

# What a pattern can check of a day and an hour; the type knows the calendar.
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]"

Date = Annotated[
    dt.date,
    Pattern(
        f"^{_DAY}$",
        "{value} is not a date",
        "write a day of the calendar as year-month-day, as in 2024-03-21",
    ),
    Field(
        description="A day, as in `2024-03-21`.",
        json_schema_extra={"format": "date"},
    ),
]
LocalTime = Annotated[
    dt.datetime,
    Pattern(
        f"^{_DAY} {_HOUR}$",
        "{value} is not a date and time",
        "write a day of the calendar and an hour, as in 2024-03-25 12:30",
    ),
    Field(description="A day and an hour in the plan's time zone, as in `2024-03-25 12:30`."),
]
