"""The values that the models share: human text, ids, dates and times."""

import datetime as dt
import re
from sys import intern
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ogp_cli.ids import ID, is_device, written
from ogp_cli.models.refusal import Pattern, Shared, refuse

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


class Person:
    """Marks a text that is the name of a person."""


# Tags of unions have angle brackets, because pydantic puts them among the keys in an error's path.
Text = Annotated[
    Annotated[NonBlank, Tag("<text>")]
    | Annotated[dict[LanguageCode, NonBlank], Field(min_length=1), Tag("<by-language>")],
    Discriminator(_text_kind),
    Shared(),
    Human(),
    Field(
        description="Text for people: a plain string in the plan's main language, or one string "
        "per language, as in `{ar: …, fr: …}`."
    ),
]


PersonName = Annotated[Text, Person()]

T = TypeVar("T")


def _how_many(value: object) -> str:
    return "<several>" if isinstance(value, tuple | list) else "<one>"


NonEmpty = Annotated[tuple[T, ...], Field(min_length=1)]
OneOrMore = Annotated[
    Annotated[T, Tag("<one>")] | Annotated[NonEmpty[T], Tag("<several>")],
    Discriminator(_how_many),
]


def as_text(value: object) -> object:
    """Return what YAML takes for a number as text; anything else as it is."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _id(value: object) -> object:
    """Return an id as one interned object for the whole book.

    Ids become names of files, so one that Windows keeps for a device is refused.
    """
    value = as_text(value)
    if not isinstance(value, str):
        return value
    if is_device(value):
        raise refuse("on Windows, no file can be called {value}", "choose another id")
    return intern(value)


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
    Shared(),
]


# The number of a commitment is a label: 5, 2.1, 2A, B.1.A, SC17.
_FIRST = "[1-9][0-9]{0,8}[A-Za-z]?|[A-Z]"
_REST = r"(\.([0-9]{1,9}[A-Za-z]?|[A-Za-z]))*"
LABEL = f"({_FIRST}|[A-Z]{{1,3}}[0-9]{{1,9}}[A-Za-z]?){_REST}"
# `C1.yaml` would be `c1.yaml` on a disk that does not tell capital letters from small ones.
_OF_PROPOSAL = f"({_FIRST}|([ABD-Z]|[A-Z]{{2,3}})[0-9]{{1,9}}[A-Za-z]?){_REST}"
_ANY = Pattern(
    f"^{LABEL}$",
    "{value} is not the number of a commitment",
    "write digits, capital letters and points, as in 5, 2.1 or B.1.A, and no 0 before it",
)
_PROPOSED = Pattern(
    f"^{_OF_PROPOSAL}$",
    "{value} is not the number of a proposal",
    "write digits, capital letters and points, as in 5, 2.1 or 2A, and no 0 before it; C and a "
    "digit mean a commitment of the plan",
)
_Whole = Annotated[int, Field(ge=1, lt=10**9)]
# A whole number is one in the models, too, however it is written.
Label = Annotated[
    int | str,
    _ANY,
    AfterValidator(written),
    BeforeValidator(_id, json_schema_input_type=Annotated[str, _ANY] | _Whole),
]
ProposalLabel = Annotated[
    int | str,
    _PROPOSED,
    AfterValidator(written),
    BeforeValidator(_id, json_schema_input_type=Annotated[str, _PROPOSED] | _Whole),
]


def label_of(text: str) -> int | str | None:
    """Return the number of a proposal that a text is, or None."""
    return written(text) if re.fullmatch(_OF_PROPOSAL, text) else None


class Reference(str):
    """Marks an id of something else in the book: its schema can suggest those that there are."""

    __slots__ = ()

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the kind of thing, for models/schema.py to replace."""
        return {**handler(schema), REFERS: str(self)}


REFERS = "refers"
CommitmentId = Annotated[Id, Reference("commitment")]
DraftedId = Annotated[Id, Reference("drafted")]
AdoptedId = Annotated[Id, Reference("adopted")]
MeetingId = Annotated[Id, Reference("meeting")]
OrganizationId = Annotated[Id, Reference("organization")]
GroupId = Annotated[Id, Reference("group")]
SectorId = Annotated[Id, Reference("sector")]
AxisId = Annotated[Id, Reference("axis")]

# The calendar as a pattern, for editors: months of 31 days, of 30, and February, in leap years too.
# Another year is a slip of the pen. No sum of days leaves Python's calendar, nor that of Excel.
FIRST_YEAR, LAST_YEAR = 1900, 2099
YEAR = "(19|20)[0-9]{2}"
_LONG = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_SHORT = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(0[1-9]|1[0-9]|2[0-8])"
_LEAP_YEAR = "((19|20)(0[48]|[2468][048]|[13579][26])|2000)"
DAY = f"({YEAR}-({_LONG}|{_SHORT}|{_FEBRUARY})|{_LEAP_YEAR}-02-29)"


def day_of(text: str) -> dt.date | None:
    """Return the day that a text is, as the data write one, or None."""
    return dt.date.fromisoformat(text) if re.fullmatch(DAY, text) else None


_HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]"

Date = Annotated[
    dt.date,
    Pattern(
        f"^{DAY}$",
        "{value} is not a date",
        "write a day from 1900 to 2099 as year-month-day, as in 2024-03-21",
    ),
    Shared(),
    Field(
        description="A day, as in `2024-03-21`.",
        json_schema_extra={"format": "date"},
    ),
]
Hour = Annotated[
    str,
    Pattern(f"^{_HOUR}$", "{value} is not an hour", "write hours and minutes, as in 09:30"),
]
LocalTime = Annotated[
    dt.datetime,
    Pattern(
        f"^{DAY} {_HOUR}$",
        "{value} is not a date and time",
        "write a day from 1900 to 2099 and an hour, as in 2024-03-25 12:30",
    ),
    Field(description="A day and an hour in the plan's time zone, as in `2024-03-25 12:30`."),
]
SlotKey = Annotated[
    str,
    Pattern(
        f"^({DAY} {_HOUR}|{ID[1:-1]})$",
        "{value} names no slot",
        "write the day and hour that it was first scheduled for, as in 2024-03-25 12:30, or its id",
    ),
    BeforeValidator(_id),
    Field(
        description="A slot of a schedule: the day and hour that it was first scheduled for, as in "
        "`2024-03-25 12:30`, or its `id`."
    ),
]
