"""`ogp init`."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="An empty folder, or one to create.")
    ] = Path(),
    language: Annotated[str | None, typer.Option(help="The plan's language: ar, fr or en.")] = None,
    country: Annotated[str | None, typer.Option(help="The country's code, as in MA.")] = None,
    title: Annotated[str | None, typer.Option(help="The plan's full title.")] = None,
    committee: Annotated[
        str | None, typer.Option(help="The name of the steering committee.")
    ] = None,
    time_zone: Annotated[str | None, typer.Option(help="As in Africa/Casablanca.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The day of the first meeting. Without it, today.")
    ] = None,
) -> None:
    """Write a new book into an empty folder.

    It has the plan, two institutions, a first commitment and a first meeting, all to be replaced.
    It also has the set-up of editors (schemas/, .vscode/) and of GitHub (.github/). On a terminal,
    ogp asks for what no option says.

    \b
    Examples:
      ogp init book
      ogp init book --language fr --country MA --title "Plan d'action" \\
        --committee "Comité" --time-zone Africa/Casablanca
    """
    from ogp_cli.commands.init import Facts, run

    run(folder, Facts(language, country, title, committee, time_zone, date))
