"""`ogp render-minutes`."""

from collections.abc import Sequence
from pathlib import Path

import typer

from ogp_cli.checks import run as check
from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import load_plan, warn_of_unread
from ogp_cli.commands.output import put, wrote
from ogp_cli.commands.rendering import format_of, target_of
from ogp_cli.errors import OgpError
from ogp_cli.lang import choose
from ogp_cli.lang.interface import _, ngettext
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, lookup
from ogp_cli.present.content.minutes import minutes
from ogp_cli.present.formats import DOCUMENTS, render
from ogp_cli.process.heard import files_behind
from ogp_cli.store.write import make_folder
from ogp_cli.terminal.progress import tracked
from ogp_cli.terminal.say import warn

_MARKDOWN_FIRST = {"md": DOCUMENTS["md"], **DOCUMENTS}


def run(root: Path | None, name: str | None, options: OutputOptions, *, strict: bool) -> None:
    """Render the minutes of a meeting, or of every meeting without a name, into a folder.

    Exits with 1 if it is `strict` and one is a draft.
    """
    file = options.file
    if name is None and file is None:
        raise typer.BadParameter(_("--all needs a folder."), param_hint="--output")
    one = options if name is not None else options._replace(file=None)
    chosen = format_of(one, _MARKDOWN_FIRST)
    plan = load_plan(root)
    spoken, target = choose(options.lang, plan.info.language), target_of(plan, options)
    every = (each for each in plan.meetings.values() if each.has_minutes)
    meetings = list(every) if name is None else [lookup.meeting(plan, name)]
    if meetings and not meetings[0].has_minutes:
        said = _("“{name}” is not a meeting, so it has no minutes").format(name=name)
        raise OgpError(said, _("run: ogp show {name}").format(name=name))
    drafts = _drafts(plan, meetings)
    if drafts and strict:
        warn(_("nothing was written"))
        raise typer.Exit(1)
    if name is None and file:
        make_folder(file)
    for meeting in tracked(meetings, _("rendering minutes")):
        document = minutes(plan, meeting, spoken, is_draft=meeting.id in drafts)
        own = file / f"{meeting.id}.{chosen.ending}" if name is None and file else file
        put(render(chosen, document, target), own)
    if file:
        wrote(file, len(meetings))
    warn_of_unread(plan)


def _drafts(plan: Plan, meetings: Sequence[Meeting]) -> set[str]:
    """Return the ids of the meetings whose minutes are drafts, and say why they are."""
    errors = [each for each in check(plan) if each.level == "error"]
    drafts = set()
    for meeting in meetings:
        files = files_behind(plan, meeting)
        number = sum(problem.is_in(files) for problem in errors)
        if number:
            drafts.add(meeting.id)
            said = ngettext(
                "{id} is a draft: {n} error affects it; run: ogp check",
                "{id} is a draft: {n} errors affect it; run: ogp check",
                number,
            )
            warn(said.format(id=meeting.id, n=number))
    return drafts
