"""`ogp init`."""

from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.choices import choice
from ogp_cli.cli.options import Lang
from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.catalogue import N_

_DATE = typer.Option(
    "--date", metavar="DATE", help=N_("The day of the first meeting (default: today).")
)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help=N_("An empty folder, or one to create."))
    ] = Path(),
    language: Annotated[
        str | None, choice(LANGUAGES, help=N_("The language of the plan and of its minutes."))
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help=N_("The country's code, as in MA."))
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help=N_("The plan's full title."))
    ] = None,
    committee: Annotated[
        str | None, typer.Option(metavar="TEXT", help=N_("The name of the steering committee."))
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help=N_("The time zone, as in Africa/Casablanca.")),
    ] = None,
    date: Annotated[str | None, _DATE] = None,
    lang: Lang = None,
) -> None:
    """Write a new book into an empty folder.

    It has the plan, two institutions, a first commitment and a first meeting, all to be replaced.
    It also has the set-up of editors (schemas/, .vscode/) and of GitHub (.github/). On a terminal,
    ogp prompts for anything not given.

    \b
    Examples:
      ogp init book
      ogp init book --language fr --country MA
      ogp init book --title "Plan d'action" --committee "Comité" --time-zone Africa/Casablanca
    """
    from ogp_cli.commands.init import Facts, run

    run(folder, Facts(language, country, title, committee, time_zone, date))
