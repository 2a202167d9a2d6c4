"""A table for people: fitted to a screen, one line per row in a pipe."""

from collections.abc import Iterator

from ogp_cli.present.content.table import Group, Row, Table, Tone
from ogp_cli.present.formats.target import Target
from ogp_cli.terminal import grid
from ogp_cli.terminal.bar import Part, bar, sentence
from ogp_cli.terminal.cells import Cell, Column
from ogp_cli.terminal.cells import Group as Rows
from ogp_cli.terminal.clean import clean

# Each colour is readable on black and on white; the words say the same.
_STYLES: dict[Tone, str] = {
    "": "",
    "good": "green4",
    "open": "dark_orange3",
    "settled": "deep_sky_blue4",
    "ended": "grey42",
    "alert": "bold red3",
}


def render(table: Table, target: Target) -> str:
    """Return the title, the summary, and a line for each row.

    On a narrow screen, texts wrap and columns are left out, as each column says. The text of an
    alert column is shown in the column before, if that cell is empty.
    """
    columns = [
        Column(each.label, each.least, each.leaves) for each in table.shown if not each.alert
    ]
    groups = [_rows(table, group) for group in table.groups]
    drawn = grid.table(columns, groups, target.screen, rtl=table.rtl)
    return f"{''.join(_head(table, target))}\n{drawn}"


def _head(table: Table, target: Target) -> Iterator[str]:
    screen, rtl = target.screen, table.rtl
    yield screen.lines(clean(table.title), rtl=rtl, style="bold")
    parts = [Part(size, text, _STYLES[tone]) for size, text, tone in table.parts]
    yield bar(parts, screen, rtl=rtl)
    for number, each in enumerate(table.summary):
        yield sentence(clean(each), [] if number else parts, screen, rtl=rtl)
    if table.alert:
        yield screen.lines(clean(table.alert), rtl=rtl, style=_STYLES["alert"])


def _rows(table: Table, group: Group) -> Rows:
    heading = f"{group.name} ({len(group.rows)})" if group.name else ""
    return Rows(heading, [_cells(table, row) for row in group.rows])


def _cells(table: Table, row: Row) -> list[Cell]:
    cells: list[Cell] = []
    for column in table.shown:
        text, _, tone = row.cells[column.key]
        if not column.alert:
            cells.append(Cell(text, _STYLES[tone or ("ended" if row.quiet else "")]))
        elif text:
            said = cells[-1].text or column.alert.format(text=text)
            cells[-1] = Cell(said, _STYLES["alert"])
    return cells
