"""A table on a terminal: in columns that fit, or where there is too little room, as records.

In a right-to-left language, the first column is at the right if `ogp` orders the text itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ogp_cli.lang.direction import has_rtl
from ogp_cli.lang.rich_text import RichText, Tone, plain
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.colours import HEAD, STYLES
from ogp_cli.terminal.letters import cut, width
from ogp_cli.terminal.screen import Screen

_GAP = "  "
_WIDEST = 500  # no column is padded further: one long text would make every row long
_NARROWEST = 12  # if a column that may be narrowed would get less, there is no table

Piece = tuple[str, str]  # a text and its style
Pieces = Callable[[RichText, str], list[Piece]]
Texts = Mapping[str, Piece]  # by the keys of columns


def drawn(table: Table, screen: Screen, pieces: Pieces, *, rtl: bool) -> Iterator[str]:
    """Yield the lines of a table; `pieces` makes those of a text in a style."""
    columns = [each for each in table.shown if not _has_items(table, each)]
    heads = {each.key: (clean(plain(each.head)), HEAD) for each in _headed(columns)}
    rows = {id(row): _texts(row, columns, screen) for row in table.rows}
    widths = _fitted(columns, [heads, *rows.values()], screen.room)
    layout = Layout(widths, screen, rtl and screen.bidi != "none", table.brief)
    if widths and any(text for text, _ in heads.values()):
        yield from layout.lines(heads, low=True)
    for number, group in enumerate(table.groups):
        if group.heading:
            yield from ("\n" * bool(number), screen.styled(pieces(group.heading, HEAD), rtl=rtl))
        for row in group.rows:
            if widths:
                yield from layout.lines(rows[id(row)])
            else:
                yield from _record(rows[id(row)], heads, screen, rtl=rtl)
        for item in _items(group):
            yield screen.styled([("    - ", ""), *pieces(item, "")], rtl=rtl)


def _has_items(table: Table, column: Column) -> bool:
    return any(column.key in row and row[column.key].bullets for row in table.rows)


def _items(group: Group) -> Iterator[RichText]:
    """Yield the items of all rows, which stand below the rows."""
    return (
        line for row in group.rows for cell in row.values() if cell.bullets for line in cell.lines
    )


def _headed(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield columns with their heads; a head over several columns stands over the last."""
    head: RichText = ()
    for column, following in zip(columns, [*columns[1:], None], strict=True):
        head = column.head or head
        yield column._replace(head=() if following and not following.head else head)


def _texts(row: Row, columns: Iterable[Column], screen: Screen) -> Texts:
    return {each.key: _text(row.get(each.key, Cell()), screen) for each in columns}


def _text(cell: Cell, screen: Screen) -> Piece:
    """Return the words of a cell, and the style of its tone."""
    lines = (cell.brief,) if cell.brief and screen.room else cell.lines
    tone: Tone = next((run.tone for line in lines for run in line if run.tone), "")
    return clean(Cell(lines).text) or "—", STYLES[tone]


def _record(row: Texts, heads: Texts, screen: Screen, *, rtl: bool) -> Iterator[str]:
    """Yield a line for each cell of a row that has a text, after its head, and an empty one."""
    for key, (text, style) in row.items():
        if text != "—":
            label = f"{heads[key][0]}: " if heads[key][0] else ""
            yield screen.styled([(label, HEAD), (text, style)], rtl=rtl)
    yield "\n"


def _fitted(columns: Sequence[Column], rows: Sequence[Texts], room: int | None) -> dict[str, int]:
    """Return the widths of the columns that fit; none at all if there is too little room.

    Columns that may be narrowed keep the proportions of the least that they need.
    """
    wide = {each.key: max(width(row[each.key][0]) for row in rows) for each in columns}
    wide = {key: min(each, _WIDEST) for key, each in wide.items()}
    if room is None:
        return wide
    least = {each.key: min(each.least or wide[each.key], wide[each.key]) for each in columns}
    for column in sorted(columns, key=lambda each: -each.drop):
        if column.drop and _total(least.values()) > room:
            del wide[column.key], least[column.key]
    able = [each.key for each in columns if each.least and each.key in wide]
    floor = {key: min(each, _NARROWEST) if key in able else each for key, each in least.items()}
    if _total(floor.values()) > room:
        return {}
    while _total(wide.values()) > room:
        wide[max(able, key=lambda key: wide[key] / least[key])] -= 1
    return wide


def _total(widths: Iterable[int]) -> int:
    return sum(each + len(_GAP) for each in widths) - len(_GAP)


class Layout(NamedTuple):
    """Where the cells of a row stand."""

    widths: Mapping[str, int]
    screen: Screen
    mirrored: bool
    brief: bool

    def lines(self, row: Texts, *, low: bool = False) -> Iterator[str]:
        """Yield the lines of a row; a cell with fewer of them stands at the top, or `low`."""
        margin = self.screen.margin("-" * _total(self.widths.values()), rtl=self.mirrored)
        cells = {key: self._wrapped(row[key][0], wide) for key, wide in self.widths.items()}
        height = max(map(len, cells.values()))
        for lines in cells.values():
            blank = [""] * (height - len(lines))
            lines[:] = [*blank, *lines] if low else [*lines, *blank]
        for number in range(height):
            pieces = [self._piece(cells[key][number], key, row[key][1]) for key in self.widths]
            line = _GAP.join(reversed(pieces) if self.mirrored else pieces)
            yield (margin + line).rstrip() + "\n"

    def _wrapped(self, text: str, wide: int) -> list[str]:
        if self.brief and self.screen.room:
            return [cut(text, wide)]
        return self.screen.wrap(text, wide)

    def _piece(self, text: str, key: str, style: str) -> str:
        is_ours = self.mirrored and has_rtl(text)  # even where it begins with an id
        shown = self.screen.show(text, rtl=is_ours or None)
        space = " " * (self.widths[key] - width(shown))
        styled = self.screen.style(shown, style)
        return space + styled if self.mirrored else styled + space
