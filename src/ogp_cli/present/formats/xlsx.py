"""The table of a document as an Excel workbook, to sort and filter, in its direction.

Numbers are numbers and moments are moments, on the plan's own clock; text is never a formula.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from functools import cache
from textwrap import wrap
from unicodedata import bidirectional

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ogp_cli.lang.rich_text import plain
from ogp_cli.present.content.document import Document, Paragraph
from ogp_cli.present.formats import Target, sheet

_HEADER = 4  # the title, sentences on the whole and an empty row stand above
_LINE = 15  # points
_WIDEST = 60  # letters
_A4 = 9
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 1, 2  # reading orders
_BOLD = {"font_name": "Arial", "bold": True}  # it has Arabic wherever Excel is
_HEAD = _BOLD | {"font_color": "#14532D", "bg_color": "#E9EEF5", "bottom": 1}
_CELL = {"valign": "top", "text_wrap": True}
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_MOMENT = "yyyy-mm-dd hh:mm"
_EPOCH = dt.date(1980, 1, 1)


def render(document: Document, _: Target) -> bytes:
    """Return the file. The same table gives the same bytes: its date is that of the document."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        writer = _Writer(workbook, document)
        writer.write_head(_sentences(document))
        writer.write_table()
    return file.getvalue()


def _sentences(document: Document) -> list[str]:
    """Return the title, and the first paragraphs."""
    blocks = (block for section in document.sections for block in section.blocks)
    said = [plain(each.text) for each in blocks if isinstance(each, Paragraph)]
    return [sheet.seen(each) for each in (plain(document.title), *said)][: _HEADER - 1]


class _Writer:
    """Writes the cells of a sheet, each in a format of Excel."""

    def __init__(self, workbook: Workbook, document: Document) -> None:
        self._table, self._rtl = sheet.table_of(document), document.direction == "rtl"
        self._format = cache(lambda **properties: workbook.add_format(properties))
        self._sheet: Worksheet = workbook.add_worksheet(plain(self._table.caption))
        title, *said = _sentences(document)
        properties = {
            "title": title,
            "comments": " ".join(said),
            "author": "ogp",
            "created": dt.datetime.combine(document.day or _EPOCH, dt.time()),
        }
        workbook.set_properties(properties)

    def write_head(self, sentences: Iterable[str]) -> None:
        """Write the title and the sentences on the whole, each over the columns beside it."""
        style: dict[str, object] = _BOLD | {"font_size": 14, "font_color": "#14532D"}
        for number, text in enumerate(sentences):
            self._write_text(number, 0, text, align="right" if self._rtl else "left", **style)
            style = {}

    def write_table(self) -> None:
        """Write the labels and the rows. Below its labels, a table needs a row, be it empty."""
        labels = list(map(sheet.label, sheet.columns_of(self._table)))
        rows = list(sheet.rows_of(self._table))
        widths = [_width(column) for column in zip(labels, *rows, strict=True)]
        self._lay_out(widths)
        for number, row in enumerate(rows, _HEADER + 1):
            for place, value in enumerate(row):
                self._write(number, place, value)
            # Left to themselves, Excel makes a row as high as its text, LibreOffice a line high.
            texts = zip(row, widths, strict=True)
            lines = max(len(wrap(str(text), wide)) for text, wide in texts)
            self._sheet.set_row(number, _LINE * max(lines, 1))
        heads = [
            {
                "header": text,
                "header_format": self._format(**_CELL, **_HEAD, reading_order=self._order(text)),
            }
            for text in labels
        ]
        options = {
            "name": self._table.name.capitalize(),
            "style": "Table Style Light 1",
            "columns": heads,
        }
        last = _HEADER + max(len(rows), 1)
        self._sheet.add_table(_HEADER, 0, last, len(labels) - 1, options)

    def _lay_out(self, widths: Sequence[int]) -> None:
        if self._rtl:
            self._sheet.right_to_left()
        self._sheet.freeze_panes(_HEADER + 1, 0)
        for place, wide in enumerate(widths):
            self._sheet.set_column(place, place, wide)
        self._sheet.set_paper(_A4)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)  # as many pages as it takes, each as wide as the table
        self._sheet.repeat_rows(_HEADER)

    def _write(self, row: int, column: int, value: sheet.Value) -> None:
        """Write a cell: a number, a moment as a day and hour, or else text."""
        style = _CELL | {"reading_order": self._order("")}
        match value:
            case dt.datetime():
                style["num_format"] = _MOMENT
                self._sheet.write_datetime(row, column, value, self._format(**style))
            case int():
                self._sheet.write_number(row, column, value, self._format(**style))
            case str() if value:
                self._write_text(row, column, value, **_CELL)
            case _:
                self._sheet.write_blank(row, column, None, self._format(**style))

    def _write_text(self, row: int, column: int, text: str, **style: object) -> None:
        """Write text as text, which stays text when somebody edits the cell."""
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


def _width(column: Sequence[sheet.Value]) -> int:
    """Return how wide a column is, in letters: there is a button beside its label."""
    label, *values = (
        16 if isinstance(each, dt.datetime) else len(str(each or "")) for each in column
    )
    return min(max(label + 3, *values, 8) + 1, _WIDEST)
