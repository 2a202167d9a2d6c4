"""`ogp render-minutes`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.book import load_plan, warn_of_unread
from ogp_cli.commands.choices import BidiMode, DocumentFormat
from ogp_cli.commands.completion import meetings, of_book
from ogp_cli.commands.options import (
    Lang,
    NoBookTemplates,
    Output,
    Root,
    format_of,
    language,
    put,
    target_of,
)
from ogp_cli.present.formats import DOCUMENTS
from ogp_cli.terminal.say import say

if TYPE_CHECKING:
    from ogp_cli.models.meeting import Meeting
    from ogp_cli.plan import Plan

_MARKDOWN_FIRST = {"md": DOCUMENTS["md"], **DOCUMENTS}


def render_minutes(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING",
            help="The id of a meeting, as in 2024-03-21.",
            autocompletion=of_book(meetings),
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Render every meeting, into the folder --output.")
    ] = False,
    form: Annotated[
        DocumentFormat | None,
        typer.Option(
            "--format", "--to", help="Output format. Default: the one that --output ends in."
        ),
    ] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse to render a draft.")] = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Render the minutes of a meeting.

    They are in the plan's language, or in that of --lang. As long as errors in the data affect
    the meeting, the minutes are marked as a draft.

    \b
    Examples:
      ogp render-minutes 2024-03-21 --output minutes.pdf
      ogp render-minutes --all --format html --output public
    """
    from ogp_cli.errors import OgpError
    from ogp_cli.plan import lookup
    from ogp_cli.present.content.minutes import minutes
    from ogp_cli.present.formats.rendering import render

    if (name is None) != every:
        raise typer.BadParameter("name one meeting, or ask for --all.", param_hint="MEETING")
    if every and not output:
        raise typer.BadParameter("--all needs a folder.", param_hint="--output")
    chosen = format_of(form, None if every else output, _MARKDOWN_FIRST)
    plan = load_plan(root)
    spoken = language(lang, plan.info.language)
    target = target_of(plan, BidiMode.AUTO, output, book_templates=not no_book_templates)

    def rendered(meeting: "Meeting") -> str | bytes:
        document = minutes(plan, meeting, spoken, is_draft=meeting.id in drafts)
        return render(chosen, document, target)

    meetings = _with_minutes(plan) if name is None else [lookup.meeting(plan, name)]
    if meetings and meetings[0].kind == "act":
        raise OgpError(f"“{name}” is an act, which has no minutes", f"run: ogp show {name}")
    drafts = _drafts(plan, meetings)
    if drafts and strict:
        say("ogp: nothing was written", err=True)
        raise typer.Exit(1)
    if every and output:
        _render_all(meetings, rendered, output, chosen.ending)
    else:
        put(rendered(meetings[0]), output)
    warn_of_unread(plan)


def _with_minutes(plan: "Plan") -> list["Meeting"]:
    return [each for each in plan.meetings.values() if each.kind != "act"]


def _render_all(
    meetings: Sequence["Meeting"],
    rendered: Callable[["Meeting"], str | bytes],
    folder: Path,
    ending: str,
) -> None:
    from ogp_cli.store.write import make_folder
    from ogp_cli.terminal.progress import tracked

    make_folder(folder)
    for meeting in tracked(meetings, "rendering minutes"):
        put(rendered(meeting), folder / f"{meeting.id}.{ending}")


def _drafts(plan: "Plan", meetings: Sequence["Meeting"]) -> set[str]:
    """Return the ids of the meetings whose minutes are drafts, and say why they are."""
    from ogp_cli.checks import run
    from ogp_cli.process.heard import files_behind

    errors = [each for each in run(plan) if each.level == "error"]
    drafts = set()
    for meeting in meetings:
        files = files_behind(plan, meeting)
        number = sum(problem.is_in(files) for problem in errors)
        if number:
            drafts.add(meeting.id)
            affect = "1 error affects" if number == 1 else f"{number} errors affect"
            say(f"ogp: {meeting.id} is a draft: {affect} it; run: ogp check", err=True)
    return drafts
