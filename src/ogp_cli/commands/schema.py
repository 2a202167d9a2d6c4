"""`ogp schema`."""

from typing import Annotated

import typer

from ogp_cli.commands.options import one_of


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="commitment|meeting|plan|organizations", help="Of which files.")
    ],
) -> None:
    """Print the JSON Schema of a kind of file: editors complete and check the data with it.

    Example: ogp schema commitment > schemas/commitment.schema.json
    """
    from ogp_cli.models.schema import KINDS, json_schema
    from ogp_cli.output.json import dump

    typer.echo(dump(json_schema(one_of(kind, list(KINDS), "KIND"))))
