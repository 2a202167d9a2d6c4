"""`ogp new`: one file a kind of record, and their list."""

from collections.abc import Callable

import typer

from ogp_cli.commands.new.commitment import commitment
from ogp_cli.commands.new.meeting import meeting
from ogp_cli.commands.new.report import report

KINDS: dict[str, Callable[..., None]] = {
    "meeting": meeting,
    "commitment": commitment,
    "report": report,
}

HELP = """Write the file of a meeting, a proposal or a report.

What the book knows is filled in. Nothing is overwritten.

\b
Examples:
  ogp new meeting 2024-04-18
  ogp new commitment
  ogp new report 2025-06
"""

new = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
)
for _name, _command in KINDS.items():
    new.command(_name)(_command)
