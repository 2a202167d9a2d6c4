"""`ogp templates`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.terminal.say import say


def templates(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to write to.")],
) -> None:
    """Write the default templates for you to edit.

    Documents use the templates in the folder “templates” beside “data”. A file that you
    have changed is not overwritten.

    Example: ogp templates templates
    """
    from ogp_cli.present.formats.target import DEFAULTS
    from ogp_cli.store.write import make_folder, write

    make_folder(folder, in_data=True)
    for default in sorted(DEFAULTS.iterdir()):
        file, data = folder / default.name, default.read_bytes()
        if not file.exists():
            write(file, data, in_data=True)
            say(f"{file}")
        elif file.read_bytes() != data:
            say(f"ogp: {file} differs from the default and stays as it is", err=True)
