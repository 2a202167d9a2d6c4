"""The tables of the open data as a workbook."""

import datetime as dt
import io

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ogp_cli.archive import EARLIEST
from ogp_cli.export.tables import Tables, columns
from ogp_cli.plan import Plan


def sheets(plan: Plan, found: Tables) -> bytes:
    """Return the tables as sheets of a workbook; text is never a formula."""
    file = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    with Workbook(file, options) as workbook:
        created = dt.datetime.combine(plan.day or EARLIEST, dt.time())
        workbook.set_properties({"author": "ogp", "created": created})
        moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for table in found.values():
            sheet = workbook.add_worksheet(table.name)
            names = [each.name for each in columns(table)]
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, names, workbook.add_format({"bold": True}))
            for number, row in enumerate(table.rows, 1):
                for place, name in enumerate(names):
                    _write(sheet, (number, place), row.get(name), moment)
    return file.getvalue()


def _write(sheet: Worksheet, at: tuple[int, int], value: object, moment: Format) -> None:
    match value:
        case None:
            pass
        case dt.datetime():
            sheet.write_datetime(*at, value, moment)
        case dt.date():
            sheet.write_datetime(*at, value)
        case bool():
            sheet.write_boolean(*at, value)
        case int():
            sheet.write_number(*at, value)
        case _:
            sheet.write_string(*at, str(value))
