"""The table of a document for a spreadsheet: RFC 4180, except for the separator.

Excel expects the separator of the reader's country: a semicolon where decimals have a comma. The
byte order mark tells Excel that the file is in Unicode.
"""

import csv
import datetime as dt
import re
from io import StringIO

from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, sheet

_MARK = "\ufeff"
# At the beginning of a cell, be it blank or unseen, or of what another separator would make one.
# Excel reads the full-width signs as the plain ones.
_FORMULA = re.compile(r"(^(?=[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠])|[,;](?=[=+\-@＝＋－＠]))")


def render(document: Document, _: Target) -> str:
    """Return a line of labels and a line for each row; no cell is a formula."""
    file, table = StringIO(newline=""), sheet.table_of(document)
    writer = csv.writer(file, delimiter=document.language.separator)
    writer.writerow(map(sheet.label, sheet.columns_of(table)))
    # Cells that a spreadsheet reads as text, as OWASP advises ("CSV Injection").
    for row in sheet.rows_of(table):
        writer.writerow(_FORMULA.sub(r"\1'", _text(value)) for value in row)
    return _MARK + file.getvalue()


def _text(value: sheet.Value) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    return "" if value is None else str(value)
