"""A table as an Excel workbook, to sort and filter, right-to-left if its language is.

Numbers are numbers and moments are moments, on the plan's own clock; text is never a formula.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable
from functools import cache
from textwrap import wrap
from typing import Any
from unicodedata import bidirectional

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ogp_cli.archive import EARLIEST
from ogp_cli.present.content.table import Cell, Table
from ogp_cli.present.formats import Target
from ogp_cli.terminal.clean import clean

_HEADER = 4  # the title, two sentences on the whole and an empty row stand above
_LINE = 15  # points
_A4 = 9
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 1, 2  # reading orders
_BOLD = {"font_name": "Arial", "bold": True}  # it has Arabic wherever Excel is
_CELL = {"valign": "top", "text_wrap": True}
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_MOMENT = "yyyy-mm-dd hh:mm"


def render(table: Table, _: Target) -> bytes:
    """Return the file. The same table gives the same bytes: its date is that of the table."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(table.label)
        properties = {
            "title": clean(table.title),
            "comments": clean(" ".join(table.summary)),
            "author": "ogp",
            "created": dt.datetime.combine(table.day or EARLIEST, dt.time()),
        }
        workbook.set_properties(properties)
        _lay_out(sheet, table)
        writer = _Writer(workbook, sheet, rtl=table.rtl)
        writer.write_head((table.title, *table.summary, table.alert))
        writer.write_table(table)
    return file.getvalue()


def _lay_out(sheet: Worksheet, table: Table) -> None:
    if table.rtl:
        sheet.right_to_left()
    sheet.freeze_panes(_HEADER + 1, 0)
    for place, column in enumerate(table.shown):
        sheet.set_column(place, place, column.width)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)  # as many pages as it takes, each as wide as the table
    sheet.repeat_rows(_HEADER)


class _Writer:
    """Writes the cells of a sheet, each in a format of Excel."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, *, rtl: bool) -> None:
        self._sheet, self._rtl = sheet, rtl
        self._format = cache(lambda **properties: workbook.add_format(properties))

    def write_head(self, sentences: Iterable[str]) -> None:
        """Write the title and the sentences on the whole, each over the columns beside it."""
        style: dict[str, Any] = _BOLD | {"font_size": 14}
        for number, text in enumerate(sentences):
            self._write_text(number, 0, text, align="right" if self._rtl else "left", **style)
            style = {}

    def write_table(self, table: Table) -> None:
        """Write the labels and the rows. Below its labels, a table needs a row, be it empty."""
        for number, row in enumerate(table.rows, _HEADER + 1):
            cells = table.cells(row)
            for place, (column, cell) in enumerate(zip(table.shown, cells, strict=True)):
                self._write(number, place, cell, is_number=column.kind == "number")
            # Left to themselves, Excel makes a row as high as its text, LibreOffice a line high.
            texts = zip((clean(cell.text) for cell in cells), table.shown, strict=True)
            lines = max(len(wrap(text, column.width)) for text, column in texts)
            self._sheet.set_row(number, _LINE * max(lines, 1))
        label = {
            column.label: self._format(**_CELL, **_BOLD, reading_order=self._order(column.label))
            for column in table.shown
        }
        options = {
            "name": table.name.capitalize(),
            "style": "Table Style Light 1",
            "columns": [{"header": text, "header_format": each} for text, each in label.items()],
        }
        last = _HEADER + max(len(table.rows), 1)
        self._sheet.add_table(_HEADER, 0, last, len(table.shown) - 1, options)

    def _write(self, row: int, column: int, cell: Cell, *, is_number: bool) -> None:
        """Write a cell: a number, a moment as a day and hour, or else text."""
        style = _CELL | {"reading_order": self._order("")}
        if is_number and isinstance(cell.fact, int):
            self._sheet.write_number(row, column, cell.fact, self._format(**style))
        elif isinstance(cell.fact, dt.datetime):
            style["num_format"] = _MOMENT
            local = cell.fact.replace(tzinfo=None)
            self._sheet.write_datetime(row, column, local, self._format(**style))
        elif cell.text:
            self._write_text(row, column, cell.text, **_CELL)
        else:
            self._sheet.write_blank(row, column, None, self._format(**style))

    def _write_text(self, row: int, column: int, text: str, **style: object) -> None:
        """Write text as text, which stays text when somebody edits the cell."""
        text = clean(text)
        if text.startswith("<r>"):  # which XlsxWriter would take for XML of its own
            text = "\u200e" + text
        if _FORMULA.match(text):
            style["quote_prefix"] = True
        style["reading_order"] = self._order(text)
        self._sheet.write_string(row, column, text, self._format(**style))

    def _order(self, text: str) -> int:
        """Return the order of a text's first letter: the other one turns its outer quotes round.

        What has no letter is read as the sheet is; without an order, a text that begins with a
        digit is cut to it.
        """
        letters = (bidirectional(sign) for sign in text)
        own = "R" if self._rtl else "L"
        first = next((each for each in letters if each in {"L", "R", "AL"}), own)
        return _LEFT_TO_RIGHT if first == "L" else _RIGHT_TO_LEFT
