"""A table for a person: fitted to a screen, a whole line a row where there is no edge.

Not rich's table: that takes 0.35 s for a thousand rows, 50 ms to import, and may cut a flag in two.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from ogp_cli.clean import clean
from ogp_cli.screen import Screen

_GAP = "  "
_CUT = "…"
_NOTHING = "—"
# No column is padded further, or one long text would make a line of every row.
_WIDEST = 500
_FLOOR = 8  # no column that can be cut is narrower


class Column(NamedTuple):
    """A column: its label, and what it gives up where a screen is too narrow.

    It can be cut if `least` is not 0. Where that would leave some column less than its `least`,
    those with a `leaves` are left out, the highest first.
    """

    label: str
    least: int = 0
    leaves: int = 0


class Cell(NamedTuple):
    """A cell, and whether it asks for attention or recedes."""

    text: str
    alert: bool = False
    quiet: bool = False


class Grid(NamedTuple):
    """The lines of a table: its head, and one for every row."""

    head: tuple[str, ...]
    rows: tuple[str, ...]


def grid(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    screen: Screen,
    *,
    rtl: bool = False,
) -> Grid:
    """Return the lines of a table, in the colours of the screen.

    In a right-to-left language (`rtl`), the first column is at the right, where the screen leaves
    the order of the text to us.
    """
    table = [[cell._replace(text=clean(cell.text) or _NOTHING) for cell in row] for row in rows]
    lines = [[column.label for column in columns], *([cell.text for cell in row] for row in table)]
    natural = [min(max(map(cell_len, texts)), _WIDEST) for texts in zip(*lines, strict=True)]
    layout = _Layout(_fit(columns, natural, screen.room), screen, rtl=rtl)
    labels = layout.line([Cell(column.label) for column in columns])
    head = (screen.style(labels, bold=True), layout.rule())
    return Grid(head, tuple(map(layout.line, table)))


class _Layout:
    """Lays out lines in columns of known widths, by the index of the column."""

    def __init__(self, widths: Mapping[int, int], screen: Screen, *, rtl: bool) -> None:
        self.screen = screen
        self.mirrored = rtl and screen.bidi != "none"
        self.widths = dict(reversed([*widths.items()])) if self.mirrored else widths
        self.total = _total(widths)
        self.indent = " " * ((screen.width or self.total) - self.total) if self.mirrored else ""

    def rule(self) -> str:
        return self.indent + "─" * self.total

    def line(self, cells: Sequence[Cell]) -> str:
        shown = (self._cell(cells[index], width) for index, width in self.widths.items())
        return (self.indent + _GAP.join(shown)).rstrip()

    def _cell(self, cell: Cell, width: int) -> str:
        whole = self.screen.width is None  # a pipe: what is too wide stands over
        text = self.screen.show(cell.text if whole else _cut(cell.text, width))
        space = " " * (width - cell_len(text))
        colour = "red" if cell.alert else ""
        styled = self.screen.style(text, bold=cell.alert, dim=cell.quiet, fg=colour)
        return space + styled if self.mirrored else styled + space


def _cut(text: str, width: int) -> str:
    """Return text no wider than `width`, never cut within what a reader takes for one letter."""
    if cell_len(text) <= width:
        return text
    from wcwidth import clip  # noqa: PLC0415 - 30 ms, only where something is cut

    return clip(text, 0, width - 1).rstrip() + _CUT


def _fit(columns: Sequence[Column], natural: Sequence[int], width: int | None) -> dict[int, int]:
    """Return the widths of the columns that there is room for, by their index."""
    widths = dict(enumerate(natural))
    if width is None or _total(widths) <= width:
        return widths
    least = {i: min(column.least or natural[i], natural[i]) for i, column in enumerate(columns)}
    for index in sorted(least, key=lambda i: -columns[i].leaves):
        if columns[index].leaves and _total(least) > width:
            del least[index]
    floor = {i: min(_FLOOR, least[i]) if columns[i].least else least[i] for i in least}
    return _spread(width - _total(floor), floor, natural)


def _spread(spare: int, least: Mapping[int, int], natural: Sequence[int]) -> dict[int, int]:
    """Return widths with the space that is left over: an equal share to all that lack some."""
    widths = dict(least)
    by_lack = sorted(least, key=lambda i: natural[i] - least[i])
    for place, index in enumerate(by_lack):
        share = max(0, spare) // (len(by_lack) - place)
        widths[index] += min(share, natural[index] - least[index])
        spare -= widths[index] - least[index]
    return widths


def _total(widths: Mapping[int, int]) -> int:
    return sum(widths.values()) + len(_GAP) * (len(widths) - 1)
