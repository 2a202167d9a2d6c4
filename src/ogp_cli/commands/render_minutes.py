"""`ogp render-minutes`."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.options import Lang, Root, language, load_plan, one_of, warn_of_unread
from ogp_cli.errors import OgpError

if TYPE_CHECKING:
    from ogp_cli.models.meeting import Meeting
    from ogp_cli.plan import Plan


def render_minutes(
    name: Annotated[
        str | None, typer.Argument(metavar="MEETING", help="Its id, as in 2024-03-21.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every meeting, into the folder --output.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="md|html|docx|pdf", help="The format; else by the ending of --output."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Else standard output.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse while errors touch the meeting.")
    ] = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Render the minutes of a meeting, in the plan's language or another.

    While errors of the data touch the meeting, the minutes are a draft, and it says so.

    Example: ogp render-minutes 2024-03-21 --output minutes.pdf
    """
    from ogp_cli.documents.formats import FORMATS
    from ogp_cli.documents.minutes import minutes
    from ogp_cli.store.write import write

    if (name is None) != every:
        raise typer.BadParameter("name one meeting, or ask for --all.", param_hint="MEETING")
    form = _format(to, output, every=every)
    plan = load_plan(root)
    speech = language(lang, plan.info.language)

    def rendered(meeting: "Meeting") -> bytes:
        return FORMATS[form](minutes(plan, meeting, speech), plan.root)

    meetings = list(plan.meetings.values()) if name is None else [plan.meeting(name)]
    _say_drafts(plan, meetings, strict=strict)
    if every and output:
        _render_all(meetings, rendered, output, form)
    elif output:
        write(output, rendered(meetings[0]))
    else:
        typer.echo(rendered(meetings[0]), nl=False)
    warn_of_unread(plan)


def _format(to: str | None, output: Path | None, *, every: bool) -> str:
    """Return the format that the options ask for, where it can go where they say."""
    from ogp_cli.documents.formats import BINARY, FORMATS

    if every and not output:
        raise typer.BadParameter("--all needs a folder.", param_hint="--output")
    ending = output.suffix[1:] if output and not every else ""
    form = one_of(to or ending or "md", list(FORMATS), "--to" if to else "--output")
    if form in BINARY and output is None and sys.stdout.isatty():
        raise OgpError(f"{form} is not for a terminal", "name a file with --output")
    return form


def _render_all(
    meetings: Sequence["Meeting"], rendered: Callable[["Meeting"], bytes], folder: Path, form: str
) -> None:
    from ogp_cli.store.write import make_folder, write

    make_folder(folder)
    with typer.progressbar(meetings, label="minutes", file=sys.stderr) as bar:
        for meeting in bar:
            write(folder / f"{meeting.id}.{form}", rendered(meeting))


def _say_drafts(plan: "Plan", meetings: Sequence["Meeting"], *, strict: bool) -> None:
    """Say which minutes are drafts; with `strict`, end there with the exit code of `check`."""
    from ogp_cli.checks import run
    from ogp_cli.plan.reported import files_behind

    errors = [problem for problem in run(plan) if problem.level == "error"]
    drafts = False
    for meeting in meetings:
        files = files_behind(plan, meeting)
        number = sum(problem.touches(files) for problem in errors)
        if number:
            drafts = True
            touch = "1 error touches" if number == 1 else f"{number} errors touch"
            typer.echo(f"ogp: {meeting.id} is a draft: {touch} it; run: ogp check", err=True)
    if drafts and strict:
        raise typer.Exit(1)
