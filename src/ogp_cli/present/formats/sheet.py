"""What a spreadsheet shows of a table: one fact a cell, without invisible signs."""

import datetime as dt
from collections.abc import Iterator

from ogp_cli.lang.rich_text import plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.content.table import Cell, Column, Table
from ogp_cli.terminal.clean import clean

# Marks of direction, which somebody who searches for a cell does not type; nor no-break spaces.
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c\ufeff")) | {0xA0: " ", 0x202F: " "}
Value = str | int | dt.datetime | None


def table_of(document: Document) -> Table:
    """Return the table of a document that has one."""
    if document.table is None:
        raise TypeError(document.kind)
    return document.table


def columns_of(table: Table) -> list[Column]:
    """Return the columns of a sheet."""
    return [each for each in table.columns if each.on != "page"]


def label(column: Column) -> str:
    """Return the head of a column."""
    return seen(plain(column.head))


def rows_of(table: Table) -> Iterator[list[Value]]:
    """Yield the values of each row: a number, a moment on the plan's own clock, or a text."""
    columns = columns_of(table)
    for row in table.order or table.rows:
        yield [_value(row.get(each.key, Cell()), each) for each in columns]


def _value(cell: Cell, column: Column) -> Value:
    match column.kind, cell.fact:
        case "moment", dt.datetime():
            return cell.fact.replace(tzinfo=None)
        case "number", int():
            return cell.fact
        case "moment", _:
            return str(cell.fact or "")
        case _:
            return seen(cell.text)


def seen(text: str) -> str:
    """Return a text as somebody would type it."""
    return clean(text.translate(_UNSEEN))
