"""`ogp schema`."""

from pathlib import Path

from ogp_cli.commands.output import put
from ogp_cli.models.schema import json_schema
from ogp_cli.safe_json import dump


def run(kind: str, root: Path | None, *, book: bool) -> None:
    """Print the JSON Schema of a kind of file; that of a book suggests the ids it has."""
    known = None
    if book:
        from ogp_cli.commands.known import known_of  # noqa: PLC0415 - a schema needs no book

        known = known_of(root)
    put(f"{dump(json_schema(kind, known))}\n")
