"""A table that fits the screen: rich lays it out, then each line is put in order."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeVar

from rich.align import Align
from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.constrain import Constrain
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from ogp_cli.terminal.cells import Cell, Column, Group
from ogp_cli.terminal.screen import Screen
from ogp_cli.terminal.wrap import printed, wrap

T = TypeVar("T")


class _Ordered(Text):
    """Text whose lines are put in the order of the screen after rich has wrapped them."""

    def __init__(self, cell: Cell, screen: Screen) -> None:
        super().__init__(cell.text, cell.style)
        self.screen = screen

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return lines no wider than `width`, each in order, aligned as `justify` says."""
        lines = [Text(self.screen.show(line), self.style) for line in wrap(self.plain, width)]
        for line in lines:
            if justify == "right":
                line.pad_left(max(0, width - line.cell_len))
        return Lines(lines)


def fitted(
    columns: Sequence[Column],
    widths: Sequence[int],
    groups: Sequence[Group],
    screen: Screen,
    *,
    rtl: bool,
) -> str:
    """Return a table no wider than the screen has room; a group's heading is in its first row.

    `widths` are those of the columns where nothing is wrapped: what cannot wrap keeps them.

    Where the order of a right-to-left language is left to us, the first column is at the right.
    """
    mirrored = rtl and screen.bidi != "none"
    side: Literal["left", "right"] = "right" if mirrored else "left"
    table = Table(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 0, 0, 1) if mirrored else (0, 1, 0, 0),
        header_style="bold",
    )
    for column, width in _turned([*zip(columns, widths, strict=True)], mirrored):
        label = _Ordered(Cell(column.label), screen)
        if column.least:
            table.add_column(label, justify=side)
        else:
            table.add_column(label, justify=side, no_wrap=True, width=width)
    for group in groups:
        table.add_section()
        for row in _rows(columns, group):
            table.add_row(*(_Ordered(cell, screen) for cell in _turned(row, mirrored)))
    # To align a table, rich measures it once more.
    placed = Align(Constrain(table, screen.room), side) if mirrored else table
    lines = printed(placed, screen.width if mirrored else screen.room, colour=screen.colour)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _rows(columns: Sequence[Column], group: Group) -> Iterator[Sequence[Cell]]:
    """Yield the heading of a group, in the first column that wraps, and then its rows."""
    if group.heading:
        place = next((i for i, column in enumerate(columns) if column.least), 0)
        yield [Cell(group.heading if i == place else "", "bold") for i in range(len(columns))]
    yield from group.rows


def _turned(row: Sequence[T], mirrored: bool) -> Sequence[T]:
    return row[::-1] if mirrored else row
