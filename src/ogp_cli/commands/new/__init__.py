"""`ogp new`: one file a kind of record, and their list."""

from collections.abc import Callable

import typer

from ogp_cli.commands.new.commitment import commitment
from ogp_cli.commands.new.meeting import meeting

KINDS: dict[str, Callable[..., None]] = {"meeting": meeting, "commitment": commitment}

new = typer.Typer(
    help="Write a file to begin with, in which what the book knows is filled in.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for _name, _command in KINDS.items():
    new.command(_name)(_command)
