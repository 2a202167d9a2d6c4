"""`ogp render-minutes`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.book import load_plan, warn_of_unread
from ogp_cli.commands.completion import meetings, of_choice, of_plan
from ogp_cli.commands.options import Lang, Output, Root, language, one_of, put

if TYPE_CHECKING:
    from ogp_cli.models.meeting import Meeting
    from ogp_cli.plan import Plan

_FORMATS = "md|html|docx|pdf"


def render_minutes(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING", help="Its id, as in 2024-03-21.", autocompletion=of_plan(meetings)
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every meeting, into the folder --output.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=_FORMATS,
            help="The format; else by the ending of --output.",
            autocompletion=of_choice(_FORMATS),
        ),
    ] = None,
    output: Output = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse while errors touch the meeting.")
    ] = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Render the minutes of a meeting.

    In the plan's language, or in another. While errors of the data touch the meeting, the minutes
    are a draft, and it says so.

    \b
    Examples:
      ogp render-minutes 2024-03-21 --output minutes.pdf
      ogp render-minutes --all --to html --output public
    """
    from ogp_cli.documents.formats import FORMATS
    from ogp_cli.documents.minutes import minutes

    if (name is None) != every:
        raise typer.BadParameter("name one meeting, or ask for --all.", param_hint="MEETING")
    form = _format(to, output, every=every)
    plan = load_plan(root)
    speech = language(lang, plan.info.language)

    def rendered(meeting: "Meeting") -> str | bytes:
        document = minutes(plan, meeting, speech, is_draft=meeting.id in drafts)
        return FORMATS[form](document, plan.root)

    meetings = list(plan.meetings.values()) if name is None else [plan.meeting(name)]
    drafts = _drafts(plan, meetings)
    if drafts and strict:
        typer.echo("ogp: nothing was written", err=True)
        raise typer.Exit(1)
    if every and output:
        _render_all(meetings, rendered, output, form)
    else:
        put(rendered(meetings[0]), output)
    warn_of_unread(plan)


def _format(to: str | None, output: Path | None, *, every: bool) -> str:
    """Return the format that the options ask for, where it can go where they say."""
    from ogp_cli.documents.formats import FORMATS

    if every and not output:
        raise typer.BadParameter("--all needs a folder.", param_hint="--output")
    ending = output.suffix[1:] if output and not every else ""
    return one_of(to or ending or "md", list(FORMATS), "--to" if to else "--output")


def _render_all(
    meetings: Sequence["Meeting"],
    rendered: Callable[["Meeting"], str | bytes],
    folder: Path,
    form: str,
) -> None:
    from ogp_cli.progress import tracked
    from ogp_cli.store.write import make_folder

    make_folder(folder)
    for meeting in tracked(meetings, "rendering minutes"):
        put(rendered(meeting), folder / f"{meeting.id}.{form}")


def _drafts(plan: "Plan", meetings: Sequence["Meeting"]) -> set[str]:
    """Return the ids of the meetings whose minutes are drafts, and say why they are."""
    from ogp_cli.checks import run
    from ogp_cli.plan.reported import files_behind

    errors = [problem for problem in run(plan) if problem.level == "error"]
    drafts = set()
    for meeting in meetings:
        files = files_behind(plan, meeting)
        number = sum(problem.touches(files) for problem in errors)
        if number:
            drafts.add(meeting.id)
            touch = "1 error touches" if number == 1 else f"{number} errors touch"
            typer.echo(f"ogp: {meeting.id} is a draft: {touch} it; run: ogp check", err=True)
    return drafts
