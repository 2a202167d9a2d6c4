"""The minutes as plain data, every text in its language: what a format lays out.

A format decides how a table looks; which rows share a cell is decided before.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from ogp_cli.lang.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value, at the head of the document."""

    label: str
    value: Phrase


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section."""

    text: Phrase
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Phrase
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets."""

    items: tuple[Phrase, ...]
    kind: Literal["items"] = "items"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: lines, or items with bullets; `rows` is how many rows of its group it spans."""

    lines: tuple[Phrase, ...]
    bullets: bool = False
    rows: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header, over `widths` columns whose widths are given in per cent."""

    label: str
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The rows of a group belong together; later rows lack the cells that span them."""

    name: Literal["progress", "schedule"]
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[tuple[tuple[Cell, ...], ...], ...]
    kind: Literal["table"] = "table"


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A section under its heading; never empty."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole: `language` is a code as in `ar`, `locale` a BCP 47 tag as in `ar-MA`.

    `day` is the day that the document is of; `page` says which page of how many, as in
    `{page} / {pages}`, where a format has pages.
    """

    language: str
    locale: str
    direction: Literal["ltr", "rtl"]
    title: Phrase
    day: dt.date | None
    page: str
    fields: tuple[Field, ...]
    sections: tuple[Section, ...]
