"""A table for a spreadsheet: RFC 4180, except for the separator.

Excel expects the separator of the reader's country: a semicolon where decimals have a comma. The
byte order mark tells Excel that the file is in Unicode.
"""

import csv
import re
from io import StringIO

from ogp_cli.present.content.table import Cell, Table
from ogp_cli.present.formats import Target
from ogp_cli.terminal.clean import clean

_MARK = "\ufeff"
# At the beginning of a cell, be it blank or unseen, or of what another separator would make one.
# Excel reads the full-width signs as the plain ones.
_FORMULA = re.compile(r"(^(?=[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠])|[,;](?=[=+\-@＝＋－＠]))")


def render(table: Table, _: Target) -> str:
    """Return a line of labels and a line for each row; no cell is a formula."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=table.language.separator)
    writer.writerow(column.label for column in table.shown)
    # Cells that a spreadsheet reads as text, as OWASP advises ("CSV Injection").
    for row in table.rows:
        writer.writerow(_FORMULA.sub(r"\1'", _text(cell)) for cell in table.cells(row))
    return _MARK + file.getvalue()


def _text(cell: Cell) -> str:
    """Return a cell as somebody would type it: whoever searches for it types plain spaces."""
    return clean(cell.text).replace("\N{NO-BREAK SPACE}", " ")
