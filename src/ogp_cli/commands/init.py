"""`ogp init`."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from ogp_cli.commands.one_of import unknown
from ogp_cli.commands.values import asked, day_of
from ogp_cli.commands.writing import write
from ogp_cli.edit.init import WORKFLOW, check_fact, new_book, refuse_full
from ogp_cli.errors import OgpError
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


def _fact(key: str, given: str | None, question: str) -> str:
    """Return a text of plan.yaml that is as it has to be; asked for where it is missing."""

    def check(text: str) -> None:
        if key == "language" and text not in LANGUAGES:
            raise OgpError(unknown(text, LANGUAGES))
        check_fact(key, text)

    return asked(given, f"--{key.replace('_', '-')}", question, check=check)


def run(folder: Path, given: Facts) -> None:
    """Write a new book into an empty folder, and say what is next."""
    refuse_full(folder)
    question = _("Language ({codes})").format(codes=", ".join(LANGUAGES))
    language = _fact("language", given.language, question)
    info = {
        "title": _fact("title", given.title, _("Title of the plan")),
        "country": _fact("country", given.country, _("Country, as in MA")),
        "language": language,
        "time_zone": _fact("time_zone", given.time_zone, _("Time zone, as in Africa/Casablanca")),
        "committee": _fact("committee", given.committee, _("Name of the steering committee")),
    }
    today = dt.datetime.now().astimezone().date()
    day = day_of(given.date, "--date") if given.date else today
    write(folder, new_book(info, day, LANGUAGES[language]))
    say(_("next: write your institutions, the first proposals and the first meeting"))
    owner = _("in {file}, write the owner of the repository of ogp for <owner>")
    say(f"      {owner.format(file=WORKFLOW)}")
