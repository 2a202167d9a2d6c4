"""Columns on a screen: how wide each is, and the lines of a row.

In a right-to-left language, the first column is at the right if `ogp` orders the text itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ogp_cli.present.content.table import Cell, Column, Tone
from ogp_cli.terminal.letters import width
from ogp_cli.terminal.screen import Screen

GAP = "  "
_WIDEST = 500  # no column is padded further: one long text would make every row long
_NARROWEST = 8  # if a column that wraps would get less, there is no table

# Each colour is readable on black and on white; the words say the same.
STYLES: dict[Tone, str] = {
    "": "",
    "good": "green4",
    "open": "dark_orange3",
    "settled": "deep_sky_blue4",
    "ended": "grey42",
    "alert": "bold red3",
    "heading": "bold",
}

Widths = Mapping[int, int]  # by the place of a column in a row


def fitted(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int | None, *, mirrored: bool
) -> Widths:
    """Return the widths of the columns that fit; none at all if there is too little room."""
    widths = {i: min(max(width(row[i].text) for row in rows), _WIDEST) for i in range(len(columns))}
    if room is None:
        return widths
    least = {i: min(columns[i].min_width or wide, wide) for i, wide in widths.items()}
    for i in sorted(widths, key=lambda i: -columns[i].drop):
        if columns[i].drop and _total(least.values()) > room:
            del widths[i], least[i]
    wrapping = {i for i in widths if columns[i].min_width}
    floor = [min(wide, _NARROWEST) if i in wrapping else wide for i, wide in least.items()]
    if _total(floor) > room:
        return {}
    return _narrowed(widths, wrapping, room, mirrored=mirrored)


def _total(widths: Collection[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _narrowed(widths: Widths, wrapping: Collection[int], room: int, *, mirrored: bool) -> Widths:
    """Narrow the widest of the columns that wrap, then with it the next, until a row fits.

    A column is compared with the space beside it, which the last one does not have.
    """
    last, most = max(widths), room - len(widths) + 1
    wide = {i: min(each + (i != last), most) for i, each in widths.items()}
    while (excess := sum(wide.values()) - most) > 0:
        widest = max(wide[i] for i in wrapping)
        following = max((wide[i] for i in wrapping if wide[i] < widest), default=0)
        cut = min(excess, widest - following)
        equal = [i for i in sorted(wrapping, reverse=mirrored) if wide[i] == widest]
        for left, i in zip(range(len(equal), 0, -1), equal, strict=True):
            share = min(cut, round(excess / left))
            wide[i] -= share
            excess -= share
    return {i: each - (i != last) for i, each in wide.items()}


class Layout(NamedTuple):
    """Where the cells of a row stand."""

    widths: Widths
    screen: Screen
    mirrored: bool

    @property
    def rule(self) -> str:
        """The line below the labels."""
        return self._margin + "─" * _total(self.widths.values())

    @property
    def _margin(self) -> str:
        return self.screen.margin("-" * _total(self.widths.values()), rtl=self.mirrored)

    def lines(self, row: Sequence[Cell], *, low: bool = False) -> Iterator[str]:
        """Yield the lines of a row; a cell with fewer of them stands at the top, or `low`."""
        cells = {i: self.screen.wrap(row[i].text, wide) for i, wide in self.widths.items()}
        height = max(map(len, cells.values()))
        for lines in cells.values():
            blank = [""] * (height - len(lines))
            lines[:] = [*blank, *lines] if low else [*lines, *blank]
        for number in range(height):
            pieces = [self._piece(cells[i][number], i, row[i].tone) for i in self.widths]
            line = GAP.join(reversed(pieces) if self.mirrored else pieces)
            yield (self._margin + line).rstrip()

    def _piece(self, text: str, i: int, tone: Tone) -> str:
        shown = self.screen.show(text)
        space = " " * (self.widths[i] - width(shown))
        styled = self.screen.style(shown, STYLES[tone])
        return space + styled if self.mirrored else styled + space
