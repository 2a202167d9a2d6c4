"""`ogp schema`."""

from typing import Annotated

import typer

from ogp_cli.commands.completion import of_choice
from ogp_cli.commands.options import one_of

_KINDS = "commitment|meeting|plan|organizations"


def schema(
    kind: Annotated[
        str,
        typer.Argument(metavar=_KINDS, help="Of which files.", autocompletion=of_choice(_KINDS)),
    ],
) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    Example: ogp schema commitment > schemas/commitment.schema.json
    """
    from ogp_cli.models.schema import KINDS, json_schema
    from ogp_cli.output.json import dump

    typer.echo(dump(json_schema(one_of(kind, list(KINDS), "KIND"))))
