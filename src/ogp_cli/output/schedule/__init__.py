"""What `ogp schedule` prints: one file a format, each from the agenda to text."""

from collections.abc import Callable

from ogp_cli.output.schedule import ics, json, table
from ogp_cli.output.schedule.agenda import Agenda, agenda

FORMATS: dict[str, Callable[[Agenda], str]] = {
    "table": table.render,
    "json": json.render,
    "ics": ics.render,
}

# The format of a file, by its ending.
ENDINGS = {"txt": "table", "json": "json", "ics": "ics"}

__all__ = ["ENDINGS", "FORMATS", "Agenda", "agenda"]
