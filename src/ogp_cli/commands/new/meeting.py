"""`ogp new meeting`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.commands.book import load_plan
from ogp_cli.commands.choices import BidiMode, MeetingKind
from ogp_cli.commands.options import (
    Bidi,
    Lang,
    Root,
    asked,
    day_of,
)
from ogp_cli.commands.writing import create

_COMMITTEE = MeetingKind("steering-committee")
_DAY = len("2024-03-21")


def meeting(
    date: Annotated[
        str | None,
        typer.Argument(
            metavar="DATE",
            help="The day, as in 2024-03-21; 2024-03-21-b for the second meeting of a day.",
        ),
    ] = None,
    kind: Annotated[MeetingKind, typer.Option("--kind", help="Who meets.")] = _COMMITTEE,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the file of a new meeting.

    The place and the participants are those of the last meeting of its kind. For the steering
    committee, comments say what is still open: merges that are not decided, and commitments that
    wait for a coordination meeting, or whose meeting has passed without news.

    \b
    Examples:
      ogp new meeting 2024-04-18
      ogp new meeting 2024-04-22 --kind coordination
    """
    from ogp_cli.edit.new.meeting import new_meeting

    name = date or asked(None, "DATE", "Day of the meeting", _today(root))
    day = day_of(name[:_DAY], "DATE")
    if name != f"{day}" and not name.startswith(f"{day}-"):
        raise typer.BadParameter(f"{name!r} is no name of a meeting.", param_hint="DATE")
    create(root, lambda plan: [new_meeting(plan, name, day, kind)], lang, bidi)


def _today(root: Path | None) -> str:
    return dt.datetime.now(load_plan(root).zone).date().isoformat()
