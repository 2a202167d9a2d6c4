"""JSON for programs."""

from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target
from ogp_cli.safe_json import dump

# Changes when a key changes its meaning or is removed.
SCHEMA = 1


def render(document: Document, _: Target) -> str:
    """Return `{"schema": 1, …}` with the facts of a document: docs/json.md has the keys.

    Things are given by their ids, texts in every language of the book; days and moments are in
    ISO 8601, moments with the offset of the plan's time zone on that day.
    """
    return dump({"schema": SCHEMA, **document.facts}) + "\n"
