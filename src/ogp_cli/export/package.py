"""The files of the open data: CSV with a description, a workbook, and JSON.

`datapackage.json` describes the tables as the Data Package standard has it, version 2:
https://datapackage.org/standard/data-package/
"""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

from ogp_cli import HOME, __version__
from ogp_cli.export.book import records, tables
from ogp_cli.export.tables import Column, Table, Tables, columns
from ogp_cli.models.base import facts_of
from ogp_cli.plan import Plan
from ogp_cli.safe_json import dump

# The table of each kind of thing that a column may refer to. Sectors, groups and axes may be words.
_TABLES = {
    "commitment": "commitments",
    "adopted": "commitments",
    "meeting": "meetings",
    "organization": "institutions",
}


def files(plan: Plan, sheets: Callable[[Plan, Tables], bytes] | None = None) -> dict[str, bytes]:
    """Return the files by their paths; with `sheets`, which makes it, a workbook too.

    The same book gives the same bytes.
    """
    found = tables(plan)
    named = {f"csv/{each.name}.csv": _csv(each) for each in found.values()}
    named |= {f"json/{kind}.json": text.encode() for kind, text in _documents(plan)}
    described = dump(_description(plan, found)) + "\n"
    named |= {"book.xlsx": sheets(plan, found)} if sheets else {}
    return {"datapackage.json": described.encode(), **named}


def _csv(table: Table) -> bytes:
    """Return a table as RFC 4180 has it, in UTF-8."""
    file, names = io.StringIO(newline=""), [each.name for each in columns(table)]
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in table.rows)
    return file.getvalue().encode()


def _cell(value: object) -> object:
    match value:
        case bool():
            return str(value).lower()
        case dt.date():  # and a moment
            return value.isoformat()
        case _:
            return value


def _description(plan: Plan, found: Tables) -> dict[str, Any]:
    info = plan.info
    licence = {"licenses": [{"name": info.licence}]} if info.licence else {}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"ogp-{info.country.lower()}",
        "title": info.title if isinstance(info.title, str) else info.title[info.language],
        "version": str(plan.day or ""),
        "sources": [{"title": f"ogp {__version__}", "path": HOME}],
        **licence,
        "resources": [_resource(each, found) for each in found.values()],
    }


def _resource(table: Table, found: Tables) -> dict[str, Any]:
    schema = {
        "fields": [_field(each) for each in columns(table)],
        "primaryKey": [*table.key],
        "foreignKeys": [*_foreign_keys(table, found)],
    }
    return {
        "name": table.name,
        "title": table.description,
        "path": f"csv/{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "derived": table.is_derived,
        "schema": {key: value for key, value in schema.items() if value},
    }


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": column.form}
    found |= {"description": column.description} if column.description else {}
    return found | ({"constraints": {"enum": [*column.words]}} if column.words else {})


def _foreign_keys(table: Table, found: Tables) -> Iterator[dict[str, Any]]:
    if table.parent:
        key = found[table.parent].key
        yield _foreign_key(table.below, table.parent, key)
    for column in table.columns.values():
        other = _TABLES.get(column.refers)
        if other and (column.name,) != table.below:
            yield _foreign_key((column.name,), other, ("id",))


def _foreign_key(own: tuple[str, ...], other: str, theirs: tuple[str, ...]) -> dict[str, Any]:
    return {"fields": [*own], "reference": {"resource": other, "fields": [*theirs]}}


def _documents(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield a document for each kind of file: what the files say, by id."""
    for kind, found in records(plan).items():
        facts = [{"id": id_, **facts_of(each)} for id_, each in found.items()]
        yield kind, dump({"schema": 1, kind: facts}) + "\n"
