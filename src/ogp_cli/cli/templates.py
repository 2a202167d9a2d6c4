"""`ogp templates`."""

from pathlib import Path
from typing import Annotated

import typer


def templates(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to write to.")],
) -> None:
    """Write the default templates for you to edit.

    Documents use the templates in the folder “templates” beside “data”. A file that you
    have changed is not overwritten.

    Example: ogp templates templates
    """
    from ogp_cli.commands.templates import run

    run(folder)
