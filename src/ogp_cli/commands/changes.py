"""`ogp changes`."""

from pathlib import Path

import typer

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import load_plan, moment
from ogp_cli.commands.output import language
from ogp_cli.commands.rendering import format_of, put_content
from ogp_cli.lang.interface import _
from ogp_cli.present.content.changes import changes
from ogp_cli.present.formats import TABLES
from ogp_cli.process.changes import last_but_one


def run(root: Path | None, since: str | None, until: str | None, options: OutputOptions) -> None:
    """Print what changed between two meetings or days."""
    chosen = format_of(options, TABLES)
    spoken = language(options.lang)
    plan = load_plan(root)
    last = moment(plan, until, "--until")
    first = moment(plan, since, "--since") if since else last_but_one(plan, last)
    if first and last and first >= last:
        raise typer.BadParameter(
            _("{first} is not before {last}.").format(first=first, last=last), param_hint="--since"
        )
    put_content(plan, changes(plan, (first, last), spoken), chosen, options)
