"""A table as plain data: each cell has words for people and a fact for programs."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal, NamedTuple

from ogp_cli.lang.language import Language

_LATER = dt.datetime.max.replace(tzinfo=dt.UTC)


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

    A moment is in the time zone of the plan. Rows are sorted by the `rank` of their cells.
    """

    text: str
    fact: Any = None
    tone: Tone = ""
    rank: Any = 0


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

    def cells(self, row: Row) -> list[Cell]:
        """Return the cells of a row that people see."""
        return [row.cells[column.key] for column in self.shown]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def rtl(self) -> bool:
        """Whether the table is read from right to left."""
        return self.language.direction == "rtl"


def moment_cell(at: dt.datetime | None) -> Cell:
    """Return the cell of a moment: people read its day and hour in the plan's time zone."""
    text = at.replace(tzinfo=None).isoformat(" ", "minutes") if at else ""
    return Cell(text, at, rank=at or _LATER)


def name_cell(text: str, id_: str | tuple[str, ...] | None) -> Cell:
    """Return the cell of a name, or of several names, in the order of the alphabet."""
    return Cell(text, id_, rank=_alphabetical(text))


def title_cell(title: str | None, id_: str) -> Cell:
    """Return the cell of a title; without one, people read the id, in parentheses."""
    return Cell(title or f"({id_})", title, rank=_alphabetical(title or ""))


def _alphabetical(text: str) -> tuple[bool, str]:
    """Return what sorts أ beside ا and é beside e, and an empty text last."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return not text, "".join(each for each in letters if not unicodedata.combining(each))


def arranged(rows: Iterable[Row], sort: str, group: str | None) -> tuple[Group, ...]:
    """Return rows in the order of a column; in groups that have the same fact in another, if any.

    Rows of the same rank stay in the order that they come in.
    """
    ordered = sorted(rows, key=lambda row: row.cells[sort].rank)
    if group is None:
        return (Group(tuple(ordered)),)

    def key(row: Row) -> tuple[Any, str]:
        return row.cells[group].rank, str(row.cells[group].fact or "")

    groups = [tuple(each) for _, each in groupby(sorted(ordered, key=key), key)]
    return tuple(Group(each, each[0].cells[group].text or "—") for each in groups)


def group_facts(groups: Iterable[Group], by: str | None) -> list[dict[str, object]]:
    """Return the fact of each group and how many rows it has, in the order of the groups."""
    if by is None:
        return []
    return [{"key": each.rows[0].cells[by].fact, "count": len(each.rows)} for each in groups]
