"""A document as plain data, every text in its language. A format decides how it looks."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText, Tone
from ogp_cli.present.content.table import Table


class Field(NamedTuple):
    """A label and its value, at the head of the document."""

    label: RichText
    value: RichText


class Term(NamedTuple):
    """A term of a sum: its size and its tone."""

    size: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section."""

    text: RichText
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `keep`: on the page where what follows it starts.

    `terms` are the sizes of its toned parts, in their order: a bar shows them.
    """

    text: RichText
    keep: bool = False
    terms: tuple[Term, ...] = ()
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets; `keep`: its last item on the page where what follows it starts."""

    items: tuple[RichText, ...]
    keep: bool = False
    kind: Literal["items"] = "items"


class NumberedItem(NamedTuple):
    """An item by what it is called, as in “Decision 1”, and the lines that belong to it."""

    label: RichText
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
    caption: RichText
    kind: Literal["signatures"] = "signatures"


Block = Heading | Paragraph | Items | NumberedItems | Table | Signatures


class Section(NamedTuple):
    """Blocks under a heading. A section without a heading continues the section before it.

    Templates call the section by its `name`. A section without blocks is not printed.
    """

    name: str
    heading: RichText
    blocks: tuple[Block, ...]


def tabled(name: str, table: Table) -> Section:
    """Return a section without a heading that is a table, and has no blocks without rows."""
    return Section(name, (), (table,) if table.groups else ())


def listed(name: str, heading: RichText, items: Iterable[RichText]) -> Section:
    """Return a section that is a list, and has no blocks where nothing is on it."""
    found = tuple(items)
    return Section(name, heading, (Items(found),) if found else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document: the lines of its `letterhead`, its title, and a `subtitle` below it.

    `dateline` is where and when a letter was written, opposite the letterhead.

    `locale` is its language in a country, as in `ar-MA` (BCP 47). `kind` selects the
    template. `day` is the date of the document, and `date` the same in words. `facts` are for
    programs, which read them instead of the text. `table` is the one that a spreadsheet shows.
    """

    kind: str
    language: Language
    locale: str
    title: RichText
    sections: tuple[Section, ...]
    letterhead: tuple[RichText, ...] = ()
    dateline: RichText = ()
    subtitle: RichText = ()
    fields: tuple[Field, ...] = ()
    day: dt.date | None = None
    date: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    table: Table | None = None

    @property
    def page(self) -> str:
        """What stands below each page, with the fields {page} and {pages}."""
        return self.language.gettext("Page {page} of {pages}")

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """The reading direction of the document."""
        return self.language.direction
