"""The values that the models share: human text, ids, dates and times."""

import datetime as dt
import re
from sys import intern
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

Gender = Literal["f", "m"]

ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
LANGUAGE = r"^[a-z]{2,3}$"
NOT_BLANK = r"\S"

# What JSON Schema can say of a day and of an hour; the reader also knows the calendar.
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]"


def _not_blank(value: str) -> str:
    if not value or value.isspace():
        raise PydanticCustomError("blank", "no text")
    return value


# A pattern would make pydantic keep a second copy of every text, in UTF-8.
NonBlank = Annotated[
    str, AfterValidator(_not_blank), Field(json_schema_extra={"pattern": NOT_BLANK})
]
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE)]


def _text_kind(value: object) -> str:
    return "<by-language>" if isinstance(value, dict) else "<text>"


class Human:
    """Marks text for people among a model's fields, so that it can be found there."""


# Tags of unions stand in angle brackets: pydantic puts them into an error's path, among the keys.
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
    """Return a number as text, and text as the one object that it is everywhere in the book."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return intern(value) if isinstance(value, str) else value


Id = Annotated[
    str,
    BeforeValidator(
        _id,
        json_schema_input_type=Annotated[str, StringConstraints(pattern=ID)]
        | Annotated[int, Field(ge=0)],
    ),
    StringConstraints(pattern=ID),
]


def _date(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_shape", "not a date")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_value", "no such day") from None


def _local_time(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", value):
        raise PydanticCustomError("time_shape", "not a date and time")
    try:
        return dt.datetime.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("time_value", "no such day or hour") from None


Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DAY}$"}),
    Field(description="A day, as in `2024-03-21`."),
]
LocalTime = Annotated[
    dt.datetime,
    BeforeValidator(_local_time),
    WithJsonSchema({"type": "string", "pattern": f"^{_DAY} {_HOUR}$"}),
    Field(description="A day and an hour on the plan's own clock, as in `2024-03-25 12:30`."),
]
