"""`ogp export`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.options import AsOf, Lang, Root
from ogp_cli.lang.catalogue import N_


def export(
    output: Annotated[
        Path, typer.Argument(metavar="FOLDER|FILE.zip", help=N_("Where to write the files."))
    ],
    as_of: AsOf = None,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the book as open data: CSV, Excel and JSON.

    datapackage.json describes each table and column. The names of people are left out, unless
    plan.yaml says “publish: [names]”.

    \b
    Examples:
      ogp export open-data
      ogp export open-data.zip
    """
    from ogp_cli.commands.export import run

    run(root, as_of, output)
