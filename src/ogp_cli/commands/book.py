"""The book that a command opens, and the moment that it is asked about."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from ogp_cli.lang.interface import _, ngettext
from ogp_cli.models.types import day_of
from ogp_cli.plan import Moment, Plan, load, moment_of
from ogp_cli.process.as_of import as_of, present
from ogp_cli.store.folder import find_root
from ogp_cli.store.lock import locked
from ogp_cli.terminal.say import warn


def load_plan(root: Path | None) -> Plan:
    """Return the book under `--root`, or the book of the current folder."""
    return load(find_root(root, Path.cwd()))


@contextmanager
def plan_to_change(root: Path | None) -> Iterator[Plan]:
    """Load the same book, which no other command changes until the block ends.

    Raises `OgpError` where another command is changing it.
    """
    folder = find_root(root, Path.cwd())
    with locked(folder):
        yield load(folder)


def moment(plan: Plan, asked: str | None, option: str) -> Moment | None:
    """Return the moment that an option names: just after a meeting, or the end of a day.

    Raises a usage error if it is neither.
    """
    if asked is None:
        return None
    if asked in plan.meetings:
        return moment_of(plan.meetings[asked])
    day = day_of(asked)
    if day is None:
        said = _("“{asked}” is neither a day, as in 2024-03-21, nor a meeting.").format(asked=asked)
        raise typer.BadParameter(said, param_hint=option)
    return Moment(day)


def as_it_stood(plan: Plan, asked: str | None) -> Plan:
    """Return the book as of a meeting or a day, or else as it is now.

    Raises a usage error if it is neither.
    """
    then = moment(plan, asked, "--as-of")
    return as_of(plan, then) if then else present(plan)


def warn_of_unread(plan: Plan) -> None:
    """Warn on standard error if the output leaves out files."""
    number = len(plan.unread)
    if number:
        said = ngettext(
            "{n} file could not be read and is left out; run: ogp check",
            "{n} files could not be read and are left out; run: ogp check",
            number,
        )
        warn(said.format(n=number))
