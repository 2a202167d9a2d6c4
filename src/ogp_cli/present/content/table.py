"""A table as plain data: each cell has words for people and a fact for programs."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from ogp_cli.lang.language import Language


class Column(NamedTuple):
    """A column by its key. A column without a label is only for programs.

    `width` is a comfortable width, in letters. If there is less room, a column may be narrowed to
    `min_width`, unless that is 0; then columns with a `drop` are left out, the highest first. A
    column with `alert` asks for attention; a terminal shows it in the column before, if that cell
    is empty, in the words of `alert`, which has the {text}.
    """

    key: str
    label: str = ""
    kind: Literal["text", "number", "moment"] = "text"
    width: int = 18
    min_width: int = 0
    drop: int = 0
    alert: str = ""


# The tone of a text; formats with colours have a colour for each.
Tone = Literal["", "good", "open", "settled", "ended", "alert", "heading"]


class Cell(NamedTuple):
    """The words that people read, and the fact that they stand for: an id, a number, a moment.

    A moment is in the time zone of the plan.
    """

    text: str
    fact: Any = None
    tone: Tone = ""


class Term(NamedTuple):
    """A term of a sum: its size, and its words in the first sentence of the summary."""

    size: int
    text: str
    tone: Tone = ""


class Row(NamedTuple):
    """Cells by the keys of their columns, and whether what they are about has ended."""

    cells: Mapping[str, Cell]
    ended: bool = False


class Group(NamedTuple):
    """Rows with something in common, and its name. Without groups, one group has no name."""

    rows: tuple[Row, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title, sentences on the whole, and rows in groups.

    `name` is what programs call the rows, `label` what people call the table. `alert` is a sentence
    that asks for attention, or nothing. `day` is the date of the table. `terms` are those of
    the sum in the first sentence, `facts` are for programs, besides the rows.
    """

    name: str
    label: str
    language: Language
    title: str
    summary: tuple[str, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    alert: str = ""
    day: dt.date | None = None
    terms: tuple[Term, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people see."""
        return tuple(column for column in self.columns if column.label)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def rtl(self) -> bool:
        """Whether the table is read from right to left."""
        return self.language.direction == "rtl"


def moment(at: dt.datetime | None) -> Cell:
    """Return the cell of a moment: people read its day and hour in the plan's time zone."""
    return Cell(at.replace(tzinfo=None).isoformat(" ", "minutes") if at else "", at)
