"""The commands, one file each, and their list. A command only calls other parts."""

from collections.abc import Callable

from ogp_cli.commands.changes import changes
from ogp_cli.commands.check import check
from ogp_cli.commands.post import post
from ogp_cli.commands.render_minutes import render_minutes
from ogp_cli.commands.rules import rules
from ogp_cli.commands.schedule import schedule
from ogp_cli.commands.schema import schema
from ogp_cli.commands.show import show
from ogp_cli.commands.status import status
from ogp_cli.commands.templates import templates

COMMANDS: dict[str, Callable[..., None]] = {
    "status": status,
    "changes": changes,
    "show": show,
    "schedule": schedule,
    "check": check,
    "rules": rules,
    "post": post,
    "render-minutes": render_minutes,
    "templates": templates,
    "schema": schema,
}
