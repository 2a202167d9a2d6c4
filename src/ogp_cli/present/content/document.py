"""A document as plain data, every text in its language. A format decides how it looks."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any, Literal, NamedTuple

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.base import Part, Record


class Field(NamedTuple):
    """A label and its value, at the head of the document."""

    label: str
    value: RichText


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section."""

    text: RichText
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `keep`: on the page where what follows it starts."""

    text: RichText
    keep: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets; `keep`: its last item on the page where what follows it starts."""

    items: tuple[RichText, ...]
    keep: bool = False
    kind: Literal["items"] = "items"


class NumberedItem(NamedTuple):
    """An item by what it is called, as in “Decision 1”, and the lines that belong to it."""

    label: str
    text: RichText
    details: tuple[RichText, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedItems:
    """A list whose items are called by their numbers."""

    items: tuple[NumberedItem, ...]
    kind: Literal["numbered"] = "numbered"


class Signer(NamedTuple):
    """Who signs: the function, and the name where it is known."""

    role: RichText
    name: RichText


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room for signatures and stamps, side by side; `caption` says what belongs there."""

    signers: tuple[Signer, ...]
    caption: str
    kind: Literal["signatures"] = "signatures"


class GridCell(NamedTuple):
    """A cell: lines, or items with bullets; `rows` is the number of rows that it spans."""

    lines: tuple[RichText, ...]
    bullets: bool = False
    rows: int = 1
    header: bool = False


GridRow = tuple[GridCell, ...]


class GridColumn(NamedTuple):
    """A header over one or more columns; `widths` are their widths in per cent."""

    label: str
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. The rows of a group belong together; later rows omit the cells that span them."""

    caption: str
    columns: tuple[GridColumn, ...]
    groups: tuple[tuple[GridRow, ...], ...]
    kind: Literal["table"] = "table"


def grid(caption: str, columns: Mapping[str, tuple[int, ...]], rows: Iterable[GridRow]) -> Grid:
    """Return a table of rows that stand alone; each column by its label, with its widths."""
    return Grid(caption, tuple(starmap(GridColumn, columns.items())), tuple((row,) for row in rows))


Block = Heading | Paragraph | Items | NumberedItems | Grid | Signatures


class Section(NamedTuple):
    """Blocks under a heading. A section without a heading continues the section before it.

    Templates call the section by its `name`. A section without blocks is not printed.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...]


def listed(name: str, heading: str, items: Iterable[RichText]) -> Section:
    """Return a section that is a list, and has no blocks where nothing is on it."""
    found = tuple(items)
    return Section(name, heading, (Items(found),) if found else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document: the lines of its `letterhead`, its title, and a `subtitle` below it.

    `locale` is its language in a country, as in `ar-MA` (BCP 47). `kind` selects the
    template. `day` is the date of the document, and `date` the same in words. `facts` are for
    programs, which read them instead of the text.
    """

    kind: str
    language: Language
    locale: str
    title: RichText
    sections: tuple[Section, ...]
    letterhead: tuple[RichText, ...] = ()
    subtitle: RichText = ()
    fields: tuple[Field, ...] = ()
    day: dt.date | None = None
    date: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """What stands below each page, with the fields {page} and {pages}."""
        return self.language.gettext("Page {page} of {pages}")

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The reading direction of the document."""
        return self.language.direction


def facts(record: Record) -> dict[str, Any]:
    """Return a record's id, and the keys of its file that have a value.

    Texts are as in the file: a string, or a string by language. `accept` is left out, because it is
    only for `ogp check`.
    """
    return {"id": record.id, **facts_of(record)}


def facts_of(part: Part) -> dict[str, Any]:
    """Return the keys of a part of a file that have a value, as `facts` does."""
    said: dict[str, Any] = _said(part.model_dump(by_alias=True))
    return said


def _said(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    if isinstance(value, dict):
        return {k: _said(v) for k, v in value.items() if v not in (None, (), {}) and k != "accept"}
    return list(map(_said, value)) if isinstance(value, tuple) else value
