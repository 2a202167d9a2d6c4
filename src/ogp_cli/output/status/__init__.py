"""What `ogp status` prints: one file a format, each from the overview to text or bytes."""

from collections.abc import Callable

from ogp_cli.output.status import csv, json, markdown, records, table, xlsx
from ogp_cli.output.status.overview import GROUPS, ORDERS, Overview, overview

FORMATS: dict[str, Callable[[Overview], str | bytes]] = {
    "table": table.render,
    "records": records.render,
    "json": json.render,
    "csv": csv.render,
    "markdown": markdown.render,
    "xlsx": xlsx.render,
}

# The format of a file, by its ending.
ENDINGS = {"txt": "table", "json": "json", "csv": "csv", "md": "markdown", "xlsx": "xlsx"}

__all__ = ["ENDINGS", "FORMATS", "GROUPS", "ORDERS", "Overview", "overview"]
