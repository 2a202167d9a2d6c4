"""The plan as a workbook of Excel: a table to sort and filter, right-to-left where it must be.

Numbers are numbers and days are days, on the plan's own clock; text is never a formula.
"""

import datetime as dt
import io
import re
import zipfile
from itertools import count
from textwrap import wrap
from typing import TYPE_CHECKING

from ogp_cli.clean import clean
from ogp_cli.errors import missing
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Overview, Row

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER = 5  # the title, the balance, what is stuck and an empty row stand above
# In digits, as Excel counts.
_WIDTHS = {"A": 8, "B": 60, "C": 40, "D": 18, "E": 26, "F": 18, "G": 26}
_LINE = 15  # points
_NUMBER, _MOMENT = 1, 6  # the columns that are not text
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 1, 2  # reading orders
_CORE = "docProps/core.xml"
_FORMULA = re.compile(r"[=+\-@]")

# XML cannot hold these two; an underscore before `x0041_` would be read as an escape (ST_Xstring).
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def render(overview: Overview) -> bytes:
    """Return the file. The same book gives the same bytes: its date is that of the book.

    Raises `OgpError` where the extra `documents` is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise missing(error) from error
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    _fill(sheet, overview)
    _lay_out(sheet, overview)
    _style(sheet, rtl=overview.language.direction == "rtl")
    _add_table(sheet)
    _set_properties(workbook, overview)
    return _save(workbook, overview)


def _fill(sheet: "Worksheet", overview: Overview) -> None:
    _put_text(sheet, 1, 1, clean(overview.title))
    _put_text(sheet, 2, 1, clean(overview.balance))
    if overview.stuck:
        _put_text(sheet, 3, 1, clean(overview.stuck))
    for column, label in enumerate(labels(overview.language), 1):
        _put_text(sheet, _HEADER, column, label)
    for number, row in zip(count(_HEADER + 1), overview.rows, strict=False):
        _put_row(sheet, number, row)


def _put_row(sheet: "Worksheet", number: int, row: Row) -> None:
    """Fill a row: the number is a number, the next meeting a day and hour, all else is text."""
    texts = cells(row)
    lines = (len(wrap(text, width)) for text, width in zip(texts, _WIDTHS.values(), strict=True))
    # Left to themselves, Excel makes a row as high as its text, and LibreOffice a line high.
    sheet.row_dimensions[number].height = _LINE * max(lines)
    for column, text in enumerate(texts, 1):
        if text and column not in {_NUMBER, _MOMENT}:
            _put_text(sheet, number, column, text)
    sheet.cell(number, _NUMBER, row.commitment.number)
    moment = row.next_meeting.replace(tzinfo=None) if row.next_meeting else None
    sheet.cell(number, _MOMENT, moment).number_format = "yyyy-mm-dd hh:mm"


def _put_text(sheet: "Worksheet", row: int, column: int, text: str) -> None:
    """Write text as text, which stays text when somebody edits the cell."""
    text = _LIKE_ESCAPE.sub("_x005F_", clean(text))
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    cell.quotePrefix = bool(_FORMULA.match(text))


def _lay_out(sheet: "Worksheet", overview: Overview) -> None:
    sheet.title = overview.language.terminal.status
    sheet.sheet_view.rightToLeft = overview.language.direction == "rtl"
    sheet.freeze_panes = f"A{_HEADER + 1}"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToPage = True
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, each as wide as the table
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"


def _style(sheet: "Worksheet", *, rtl: bool) -> None:
    """Style the cells; without a reading order, a text that begins with a digit is cut to it."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    order = _RIGHT_TO_LEFT if rtl else _LEFT_TO_RIGHT
    for row in sheet.iter_rows(max_row=_HEADER - 1, max_col=1):
        row[0].alignment = Alignment("right" if rtl else "left", readingOrder=order)
    for row in sheet.iter_rows(min_row=_HEADER):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True, readingOrder=order)
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[_HEADER]:
        cell.font = Font(bold=True)


def _add_table(sheet: "Worksheet") -> None:
    """Make a table of the rows; a table needs one below its header, be it empty."""
    from openpyxl.worksheet.table import Table, TableStyleInfo  # noqa: PLC0415

    last = max(sheet.max_row, _HEADER + 1)
    table = Table(displayName="Commitments", ref=f"A{_HEADER}:{max(_WIDTHS)}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)


def _set_properties(workbook: "Workbook", overview: Overview) -> None:
    properties = workbook.properties
    properties.title = clean(overview.title)
    properties.description = clean(overview.balance)
    properties.language = overview.language.code
    properties.creator = "ogp"


def _save(workbook: "Workbook", overview: Overview) -> bytes:
    """Return the file's bytes: openpyxl dates them by the clock, here the book does."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415

    written, dated = io.BytesIO(), io.BytesIO()
    workbook.save(written)
    properties = workbook.properties
    properties.created = properties.modified = _moment(overview)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(dated, "w") as archive:
        for name in parts.namelist():
            data = tostring(properties.to_tree()) if name == _CORE else parts.read(name)
            part = zipfile.ZipInfo(name)  # of 1980: an archive cannot have no date
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return dated.getvalue()


def _moment(overview: Overview) -> dt.datetime:
    """Return the day that the book speaks of."""
    plan = overview.plan
    return dt.datetime.combine(max(plan.day, dt.date(1980, 1, 1)), dt.time())
