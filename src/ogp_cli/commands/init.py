"""`ogp init`."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from ogp_cli.commands.one_of import one_of
from ogp_cli.commands.values import asked, day_of
from ogp_cli.commands.writing import write
from ogp_cli.edit.init import WORKFLOW, new_book, refuse_full
from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.interface import _
from ogp_cli.terminal.say import say


class Facts(NamedTuple):
    """What a new book says of its plan; None is asked for on the terminal."""

    language: str | None
    country: str | None
    title: str | None
    committee: str | None
    time_zone: str | None
    date: str | None


def run(folder: Path, given: Facts) -> None:
    """Write a new book into an empty folder, and say what is next."""
    refuse_full(folder)
    question = _("Language ({codes})").format(codes=", ".join(LANGUAGES))
    language = asked(given.language, "--language", question)
    spoken = one_of(language, list(LANGUAGES), "--language")
    info = {
        "title": asked(given.title, "--title", _("Title of the plan")),
        "country": asked(given.country, "--country", _("Country, as in MA")),
        "language": spoken,
        "time_zone": asked(given.time_zone, "--time-zone", _("Time zone, as in Africa/Casablanca")),
        "committee": asked(given.committee, "--committee", _("Name of the steering committee")),
    }
    today = dt.datetime.now().astimezone().date()
    day = day_of(given.date, "--date") if given.date else today
    write(folder, new_book(info, day, LANGUAGES[spoken]))
    say(_("next: write your institutions, the first proposals and the first meeting"))
    owner = _("in {file}, write the owner of the repository of ogp for <owner>")
    say(f"      {owner.format(file=WORKFLOW)}")
