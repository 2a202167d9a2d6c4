"""`ogp schema`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.book import load_plan
from ogp_cli.commands.choices import FileKind
from ogp_cli.commands.options import Root, put

if TYPE_CHECKING:
    from ogp_cli.models.schema import Known


def schema(
    kind: Annotated[FileKind, typer.Argument(help="The kind of file.")],
    book: Annotated[
        bool, typer.Option("--book", help="Suggest the ids of the book for every reference.")
    ] = False,
    root: Root = None,
) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    \b
    Examples:
      ogp schema commitment > schemas/commitment.schema.json
      ogp schema commitment --book > .schemas/commitment.schema.json
    """
    from ogp_cli.models.schema import json_schema
    from ogp_cli.safe_json import dump

    put(f"{dump(json_schema(kind, _known(root) if book else None))}\n")


def _known(root: Path | None) -> "Known":
    from ogp_cli.checks import RULES
    from ogp_cli.plan.known import known_ids

    rules = {rule: page.summary for rule, page in RULES.items()}
    return {**known_ids(load_plan(root)), "rule": rules}
