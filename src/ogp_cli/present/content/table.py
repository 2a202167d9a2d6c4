"""A table as plain data: cells with words for people, each with a fact for programs."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import Any, Literal, NamedTuple

from ogp_cli.lang.direction import is_rtl, mark
from ogp_cli.lang.rich_text import RichText, Run, plain

_LATER = dt.datetime.max.replace(tzinfo=dt.UTC)
_PAGE = 92  # letters: about as many as a line of a page has
_LEAST = 4  # what even a number takes
_MARGIN = 3  # of a cell


class Column(NamedTuple):
    """A column by its key. One without a `head` stands under the head of the column before it.

    Where there is little room, a column may be narrowed to `least` letters, unless that is 0; then
    columns with a `drop` are left out, the highest first. A page shows what is for people to read,
    a `sheet` one fact a cell; a column may be `on` only one of them.
    """

    key: str
    head: RichText = ()
    kind: Literal["text", "number", "moment"] = "text"
    least: int = 0
    drop: int = 0
    on: Literal["", "page", "sheet"] = ""


class Cell(NamedTuple):
    """A cell: its lines, or items with bullets, and the fact that they stand for.

    `brief` is what a terminal shows instead of the lines. `rows` is the number of rows that the
    cell spans. A fact is an id, a number, a day, or a moment in the time zone of the plan. Rows are
    sorted by the `rank` of their cells.
    """

    lines: tuple[RichText, ...] = ()
    fact: Any = None
    rank: Any = 0
    brief: RichText = ()
    bullets: bool = False
    rows: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """The words on one line."""
        return " / ".join(filter(None, map(plain, self.lines)))


# Cells by the keys of their columns. A row leaves out a cell that another one spans, and may have
# more cells, which are only for programs.
Row = Mapping[str, Cell]


class Group(NamedTuple):
    """Rows that belong together, and their heading, if they have one."""

    rows: tuple[Row, ...]
    heading: RichText = ()

    @property
    def parts(self) -> list[tuple[Row, ...]]:
        """The rows that share a cell, together; else each row alone."""
        is_shared = any(cell.rows > 1 for row in self.rows for cell in row.values())
        return [self.rows] if is_shared else [(row,) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. A page shows the rows of the groups; a sheet too, or else those of `order`.

    `name` is what programs call the rows. Each row of a `brief` table takes one line of a terminal,
    and longer texts are cut.
    """

    caption: RichText
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    order: tuple[Row, ...] = ()
    name: str = ""
    brief: bool = False
    kind: Literal["table"] = "table"

    @property
    def rows(self) -> list[Row]:
        """The rows of all groups."""
        return [row for each in self.groups for row in each.rows]

    def facts(self, rows: Iterable[Row]) -> list[dict[str, object]]:
        """Return the facts of rows, for programs; a column only for pages has none."""
        pages = {each.key for each in self.columns if each.on == "page"}
        return [{key: cell.fact for key, cell in row.items() if key not in pages} for row in rows]

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of a page, but for those that hold nothing."""
        rows = self.rows
        columns = (each for each in self.columns if each.on != "sheet")
        filled = {key for row in rows for key, cell in row.items() if cell.lines}
        return tuple(each for each in columns if each.key in filled or not rows)

    @property
    def heads(self) -> list[tuple[RichText, int]]:
        """The heads of the columns of a page, each with the number of its columns."""
        heads: list[tuple[RichText, int]] = []
        for column in self.shown:
            if column.head or not heads:
                heads.append((column.head, 1))
            else:
                heads[-1] = heads[-1][0], heads[-1][1] + 1
        return heads

    @property
    def shares(self) -> list[int]:
        """The widths of the columns of a page in per cent, by what they hold.

        Each has room for its longest word; what is left is shared by the lengths of the texts.
        """
        alone = {id(head) for head, count in self.heads if count == 1}
        least, most = zip(
            *(
                self._widths(each, each.head if id(each.head) in alone else ())
                for each in self.shown
            ),
            strict=True,
        )
        left = max(_PAGE - sum(least), 0)
        wanted = sum(most) - sum(least) or 1
        wide = [a + left * (b - a) / wanted for a, b in zip(least, most, strict=True)]
        shares = [round(100 * each / sum(wide)) for each in wide]
        shares[shares.index(max(shares))] += 100 - sum(shares)
        return shares

    def _widths(self, column: Column, head: RichText) -> tuple[int, int]:
        """Return the lengths of the longest word and of a usual text, with a margin."""
        cells = (row[column.key] for row in self.rows if column.key in row)
        lines = [([*map(plain, each.lines)], each.bullets) for each in cells if each.lines]
        texts = [plain(head), *(text for found, _ in lines for text in found)]
        words = (len(word) for text in texts for word in text.split(" "))
        word = max(min(max(words), _PAGE // 5), _LEAST)
        lengths = [(sum if bullets else max)(map(len, found)) for found, bullets in lines] or [0]
        usual = max(word, min(max(lengths), _PAGE // 3), min(round(fmean(lengths)), _PAGE))
        return word + _MARGIN, usual + _MARGIN


def simple(caption: RichText, columns: tuple[Column, ...], rows: Iterable[Row]) -> Table:
    """Return a table of rows that stand alone."""
    return Table(caption, columns, tuple(Group((row,)) for row in rows))


def moment_cell(said: RichText, at: dt.datetime | None, brief: RichText = ()) -> Cell:
    """Return the cell of a moment, in words."""
    return Cell((said,) if said else (), at, at or _LATER, brief)


def name_cell(
    text: RichText, id_: str | tuple[str, ...] | None = None, brief: RichText = ()
) -> Cell:
    """Return the cell of a name, or of several names, in the order of the alphabet."""
    return Cell((text,) if text else (), id_, _alphabetical(plain(text)), brief)


def _alphabetical(text: str) -> tuple[bool, str]:
    """Return what sorts أ beside ا and é beside e, and an empty text last."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return not text, "".join(each for each in letters if not unicodedata.combining(each))


def grouped(rows: Iterable[Row], by: str) -> Iterator[tuple[Cell, tuple[Row, ...]]]:
    """Yield rows with the same fact in a cell, and that cell, in the order of its rank.

    Rows of one group stay in the order that they come in.
    """

    def key(row: Row) -> tuple[Any, str]:
        return row[by].rank, str(row[by].fact or "")

    for _, found in groupby(sorted(rows, key=key), key):
        group = tuple(found)
        yield group[0][by], group


def group_of(heading: RichText, rows: Sequence[Row], language: str) -> Group:
    """Return rows with their heading, which says how many they are.

    In a right-to-left language, a mark keeps the number after an id that ends the heading.
    """
    after = mark(language) if is_rtl(language) and plain(heading)[-1:].isascii() else ""
    return Group(tuple(rows), (*heading, Run(f"{after} ({len(rows)})", language)))
