"""`ogp init`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.commands.choices import LanguageCode
from ogp_cli.commands.options import asked, day_of, one_of
from ogp_cli.commands.writing import write
from ogp_cli.terminal.say import say


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="An empty folder, or one to create.")
    ] = Path(),
    language: Annotated[
        str | None, typer.Option("--language", help="The plan's language: ar, fr or en.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="The country's code, as in MA.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The plan's full title.")] = None,
    committee: Annotated[
        str | None, typer.Option("--committee", help="The name of the steering committee.")
    ] = None,
    time_zone: Annotated[
        str | None, typer.Option("--time-zone", help="As in Africa/Casablanca.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="The day of the first meeting. Without it, today."),
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
    from ogp_cli.edit.init import WORKFLOW, new_book, refuse_full
    from ogp_cli.lang import LANGUAGES

    refuse_full(folder)
    spoken = one_of(
        asked(language, "--language", "Language (ar, fr, en)"), list(LanguageCode), "--language"
    )
    info = {
        "title": asked(title, "--title", "Title of the plan"),
        "country": asked(country, "--country", "Country, as in MA"),
        "language": spoken,
        "time_zone": asked(time_zone, "--time-zone", "Time zone, as in Africa/Casablanca"),
        "committee": asked(committee, "--committee", "Name of the steering committee"),
    }
    day = day_of(date, "--date") if date else dt.datetime.now().astimezone().date()
    write(folder, new_book(info, day, LANGUAGES[spoken].skeletons))
    say("next: write your institutions, the first proposals and the first meeting")
    say(f"      in {WORKFLOW}, write the owner of the repository of ogp for <owner>")
