"""The commands, one file each, and their list. A command only calls other parts.

A command that has commands of its own is a `Typer`.
"""

from collections.abc import Callable

import typer

from ogp_cli.commands.changes import changes
from ogp_cli.commands.check import check
from ogp_cli.commands.init import init
from ogp_cli.commands.new import new
from ogp_cli.commands.post import post
from ogp_cli.commands.render_minutes import render_minutes
from ogp_cli.commands.rules import rules
from ogp_cli.commands.schedule import schedule
from ogp_cli.commands.schema import schema
from ogp_cli.commands.show import show
from ogp_cli.commands.status import status
from ogp_cli.commands.templates import templates

COMMANDS: dict[str, Callable[..., None] | typer.Typer] = {
    "status": status,
    "changes": changes,
    "show": show,
    "schedule": schedule,
    "check": check,
    "rules": rules,
    "init": init,
    "new": new,
    "post": post,
    "render-minutes": render_minutes,
    "templates": templates,
    "schema": schema,
}
