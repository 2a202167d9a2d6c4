"""The plan for a spreadsheet, as RFC 4180 has it but for the separator.

Excel expects that of the reader's country: where a comma stands in decimals, the semicolon. It
takes the mark at the beginning for the sign that the letters are Unicode's.
"""

import re
from io import StringIO

from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Overview

_MARK = "\ufeff"
# At the beginning of a cell, or of what another separator would make one.
_FORMULA = re.compile(r"(^|[,;])(?=[=+\-@])")


def render(overview: Overview) -> str:
    """Return a line of labels and a line for every commitment, no cell of them a formula."""
    import csv  # noqa: PLC0415 - used by this format alone

    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=overview.language.separator)
    writer.writerow(labels(overview.language))
    writer.writerows(map(_defused, cells(row)) for row in overview.rows)
    return _MARK + file.getvalue()


def _defused(cell: str) -> str:
    """Return a cell as text to a spreadsheet, as OWASP advises ("CSV Injection")."""
    return _FORMULA.sub(r"\1'", cell)
