"""A table as an Excel workbook, to sort and filter, right-to-left if its language is.

Numbers are numbers and moments are moments, on the plan's own clock; text is never a formula.
"""

import datetime as dt
import io
import re
import zipfile
from itertools import count
from string import ascii_uppercase
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from ogp_cli.errors import missing
from ogp_cli.present.content.table import Row, Table
from ogp_cli.present.formats.target import Target
from ogp_cli.terminal.clean import clean

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER = 5  # the title, two sentences on the whole and an empty row stand above
_LINE = 15  # points
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 1, 2  # reading orders
_FONT = "Arial"  # it has Arabic wherever Excel is
_CORE = "docProps/core.xml"
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_MOMENT = "yyyy-mm-dd hh:mm"
_EPOCH = dt.date(1980, 1, 1)

# XML cannot hold these two; an underscore before `x0041_` would be read as an escape (ST_Xstring).
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def render(table: Table, _: Target) -> bytes:
    """Return the file. The same table gives the same bytes: its date is that of the table.

    Raises `OgpError` if the extra `documents` is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise missing(error) from error
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    _fill(sheet, table)
    _lay_out(sheet, table)
    _style(sheet, rtl=table.rtl)
    _add_table(sheet, table)
    _set_properties(workbook, table)
    return _save(workbook)


def _fill(sheet: "Worksheet", table: Table) -> None:
    for number, text in enumerate((table.title, *table.summary, table.alert), 1):
        if text:
            _put_text(sheet, number, 1, text)
    for number, column in enumerate(table.shown, 1):
        _put_text(sheet, _HEADER, number, column.label)
    for number, row in zip(count(_HEADER + 1), table.rows, strict=False):
        _put_row(sheet, number, row, table)


def _put_row(sheet: "Worksheet", number: int, row: Row, table: Table) -> None:
    """Fill a row: numbers are numbers, moments a day and hour, all else is text."""
    lines = 0
    for place, column in enumerate(table.shown, 1):
        text, fact, _ = row.cells[column.key]
        lines = max(lines, len(wrap(clean(text), column.width)))
        if column.kind == "number":
            sheet.cell(number, place, fact)
        elif isinstance(fact, dt.datetime):
            local = fact.replace(tzinfo=None)
            sheet.cell(number, place, local).number_format = _MOMENT
        elif text:
            _put_text(sheet, number, place, text)
    # Left to themselves, Excel makes a row as high as its text, and LibreOffice a line high.
    sheet.row_dimensions[number].height = _LINE * lines


def _put_text(sheet: "Worksheet", row: int, column: int, text: str) -> None:
    """Write text as text, which stays text when somebody edits the cell."""
    text = _LIKE_ESCAPE.sub("_x005F_", clean(text))
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    cell.quotePrefix = bool(_FORMULA.match(text))


def _lay_out(sheet: "Worksheet", table: Table) -> None:
    sheet.title = table.label
    sheet.sheet_view.rightToLeft = table.rtl
    sheet.freeze_panes = f"A{_HEADER + 1}"
    for letter, column in zip(ascii_uppercase, table.shown, strict=False):
        sheet.column_dimensions[letter].width = column.width
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToPage = True
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, each as wide as the table
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"


def _style(sheet: "Worksheet", *, rtl: bool) -> None:
    """Style the cells; without a reading order, a text that begins with a digit is cut to it."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    for row in sheet.iter_rows(max_row=_HEADER - 1, max_col=1):
        order = _reading_order(row[0].value, rtl=rtl)
        row[0].alignment = Alignment("right" if rtl else "left", readingOrder=order)
    for row in sheet.iter_rows(min_row=_HEADER):
        for cell in row:
            order = _reading_order(cell.value, rtl=rtl)
            cell.alignment = Alignment(vertical="top", wrap_text=True, readingOrder=order)
    sheet["A1"].font = Font(_FONT, 14, bold=True)
    for cell in sheet[_HEADER]:
        cell.font = Font(_FONT, 11, bold=True)


def _reading_order(value: object, *, rtl: bool) -> int:
    """Return the order of a text's first letter: the other one turns the quotes at its ends round.

    What has no letter is read as the sheet is.
    """
    letters = (bidirectional(sign) for sign in value) if isinstance(value, str) else ()
    first = next((each for each in letters if each in {"L", "R", "AL"}), "R" if rtl else "L")
    return _LEFT_TO_RIGHT if first == "L" else _RIGHT_TO_LEFT


def _add_table(sheet: "Worksheet", table: Table) -> None:
    """Make a table of the rows; a table needs one below its header, be it empty."""
    from openpyxl.worksheet.table import Table as ExcelTable  # noqa: PLC0415
    from openpyxl.worksheet.table import TableStyleInfo  # noqa: PLC0415

    last = f"{ascii_uppercase[len(table.shown) - 1]}{max(sheet.max_row, _HEADER + 1)}"
    made = ExcelTable(displayName=table.name.capitalize(), ref=f"A{_HEADER}:{last}")
    made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(made)


def _set_properties(workbook: "Workbook", table: Table) -> None:
    properties = workbook.properties
    properties.title = clean(table.title)
    properties.description = clean(" ".join(table.summary))
    properties.language = table.language.code
    properties.creator = "ogp"
    properties.created = properties.modified = dt.datetime.combine(table.day or _EPOCH, dt.time())


def _save(workbook: "Workbook") -> bytes:
    """Return the file's bytes: openpyxl dates them by the clock, here the table does."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415

    written, dated = io.BytesIO(), io.BytesIO()
    properties, day = workbook.properties, workbook.properties.created
    workbook.save(written)
    properties.created = properties.modified = day
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(dated, "w") as archive:
        for name in parts.namelist():
            data = tostring(properties.to_tree()) if name == _CORE else parts.read(name)
            part = zipfile.ZipInfo(name)  # of 1980: an archive cannot have no date
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return dated.getvalue()
