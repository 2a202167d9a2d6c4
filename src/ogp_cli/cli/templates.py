"""`ogp templates`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.options import Lang
from ogp_cli.lang.catalogue import N_


def templates(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=N_("The folder to write to."))],
    lang: Lang = None,
) -> None:
    """Write the default templates for you to edit.

    Documents use the templates in the folder “templates” beside “data”. A file that you
    have changed is not overwritten.

    \b
    Example:
      ogp templates templates
    """
    from ogp_cli.commands.templates import run

    run(folder)
