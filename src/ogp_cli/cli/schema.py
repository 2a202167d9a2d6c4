"""`ogp schema`."""

from typing import Annotated

import typer

from ogp_cli.cli.choices import FileKind
from ogp_cli.cli.options import Root


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
    from ogp_cli.commands.schema import run

    run(kind, root, book=book)
