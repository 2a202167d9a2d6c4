"""JSON for programs."""

from ogp_cli.present.content.document import Document
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import Target
from ogp_cli.safe_json import dump

# Changes when a key changes its meaning or is removed.
SCHEMA = 1


def render(content: Document | Table, _: Target) -> str:
    """Return `{"schema": 1, …}` with the facts of a document or a table.

    A table gives its rows under its name, each with the facts of all columns. Things are given by
    their ids; days and moments are in ISO 8601, moments with the offset of the plan's time zone on
    that day.
    """
    facts = dict(content.facts)
    if isinstance(content, Table):
        rows = ({key: cell.fact for key, cell in row.cells.items()} for row in content.rows)
        facts[content.name] = list(rows)
    return dump({"schema": SCHEMA, **facts}) + "\n"
