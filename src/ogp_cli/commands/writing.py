"""How a command changes the book: checked before, all or nothing, and said."""

from collections.abc import Callable, Collection, Container
from pathlib import Path

import typer

from ogp_cli.checks import RULES
from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import plan_to_change
from ogp_cli.commands.output import language, put, screen
from ogp_cli.edit.applied import applied
from ogp_cli.edit.change import Change, write_changes
from ogp_cli.edit.fix import fix
from ogp_cli.edit.refused import refused
from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.present.reports.report import CheckReport
from ogp_cli.present.reports.text import render
from ogp_cli.signals import held
from ogp_cli.terminal.say import say, warn


def stop_if_refused(
    before: Plan,
    after: Plan,
    changes: Collection[Change],
    options: OutputOptions,
    *,
    file: str = "",
    never: Container[str] = (),
) -> None:
    """Print the errors that forbid some changes, as `refused` finds them; exit with 1 if any."""
    spoken = language(options.lang)
    problems = refused(before, after, changes, spoken, file=file, never=never)
    if problems:
        report = CheckReport(
            problems, before.files, before.files, RULES, spoken, screen(options.bidi)
        )
        put(render(report))
        warn(_("nothing was written"))
        raise typer.Exit(1)


def write(root: Path, changes: list[Change]) -> None:
    """Write some changes, and say which files they created or changed.

    A signal in the meantime ends the program after that.
    """
    with held():
        write_changes(root, changes)
        for change in changes:
            said = _("created {file}") if change.old is None else _("changed {file}")
            say(said.format(file=change.file))


def create(root: Path | None, made: Callable[[Plan], list[Change]], options: OutputOptions) -> None:
    """Write what `made` makes of the book, with a new file first, unless errors forbid it."""
    with plan_to_change(root) as plan:
        changes = made(plan)
        stop_if_refused(plan, applied(plan, changes), changes, options, file=changes[0].file)
        write(plan.root, changes)


def fixed(plan: Plan, rules: list[str], files: Collection[str] | None, spoken: Language) -> Plan:
    """Correct the texts of a book and return it; say which files changed, and refuse new errors."""
    changes, after = fix(plan, rules, files)
    errors = refused(plan, after, changes, spoken) if changes else []
    if errors:
        first = errors[0]
        said = _("nothing was written: {file} would have an error: {message}").format(
            file=first.at.file, message=first.message
        )
        raise OgpError(said, first.hint)
    with held():
        write_changes(plan.root, changes)
        for change in changes:
            warn(_("corrected {file}").format(file=change.file))
    return after
