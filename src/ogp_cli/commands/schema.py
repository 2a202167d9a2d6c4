"""`ogp schema`."""

from typing import Annotated

import typer

from ogp_cli.commands.choices import Kind


def schema(kind: Annotated[Kind, typer.Argument(help="The kind of file.")]) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    Example: ogp schema commitment > schemas/commitment.schema.json
    """
    from ogp_cli.models.schema import json_schema
    from ogp_cli.safe_json import dump

    typer.echo(dump(json_schema(kind)))
