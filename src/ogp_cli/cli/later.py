"""Commands that are imported when somebody runs, explains or completes one."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command


class Later(TyperCommand):
    """A command of which only the name and the summary are known until it is asked for.

    It is the function, or the app of further commands, that is named as its module.
    """

    def make_context(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - typer's own
        """Import the command, and return the context to run, explain or complete it."""
        return get_command(_app(f"{self.name}")).make_context(*given, **named)


def _app(name: str) -> typer.Typer:
    stem = name.replace("-", "_")
    command = getattr(import_module(f"ogp_cli.cli.{stem}"), stem)
    if isinstance(command, typer.Typer):
        return command
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(command)
    return app
