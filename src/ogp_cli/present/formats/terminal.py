"""A table for a person: fitted to a screen, a whole line a row in a pipe."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ogp_cli.clean import clean
from ogp_cli.present.content.table import Group, Row, Table
from ogp_cli.present.formats.target import Target
from ogp_cli.screen import Screen

if TYPE_CHECKING:
    from ogp_cli.output.grid import Cell


def render(table: Table, target: Target) -> str:
    """Return the title, the sentences on the whole, and a line for every row.

    Where the screen is narrow, columns are narrowed or left out, as they say themselves. What asks
    for attention stands in the column before, where that is empty.
    """
    from ogp_cli.output.grid import Column, grid  # noqa: PLC0415 - imports rich

    screen = target.screen
    sentences = "".join(f"{clean(sentence)}\n" for sentence in (table.title, *table.summary))
    head = screen.lines(sentences, rtl=table.rtl)
    if table.alert:
        alert = screen.lines(clean(table.alert), rtl=table.rtl).rstrip("\n")
        head += screen.style(alert, fg="red") + "\n"
    columns = [
        Column(each.label, each.least, each.leaves) for each in table.shown if not each.alert
    ]
    drawn = grid(columns, (_cells(table, row) for row in table.rows), screen, rtl=table.rtl)
    rows = iter(drawn.rows)
    groups = ["\n".join(_group(table, group, rows, screen)) for group in table.groups]
    return "\n".join([head, *drawn.head, "\n\n".join(groups)]).rstrip("\n") + "\n"


def _group(table: Table, group: Group, rows: Iterator[str], screen: Screen) -> Iterator[str]:
    """Give a group's name and size, and its rows, which are the next."""
    if group.name:
        heading = screen.lines(clean(f"{group.name} ({len(group.rows)})"), rtl=table.rtl)
        yield screen.style(heading.rstrip("\n"), bold=True)
    for _ in group.rows:
        yield next(rows)


def _cells(table: Table, row: Row) -> "list[Cell]":
    from ogp_cli.output.grid import Cell  # noqa: PLC0415 - imports rich

    cells: list[Cell] = []
    for column in table.shown:
        text = clean(row.cells[column.key].text)
        if not column.alert:
            cells.append(Cell(text, quiet=row.quiet))
        elif text:
            cells[-1] = Cell(cells[-1].text or text, alert=True, quiet=row.quiet)
    return cells
