"""What somebody gave for an option, asked for where it is missing, and checked."""

import datetime as dt
import sys

import typer

from ogp_cli.lang.interface import _
from ogp_cli.models import types
from ogp_cli.terminal.say import ordered


def asked(value: str | None, option: str, question: str, default: str | None = None) -> str:
    """Return what an option was given, or else what somebody types on the terminal.

    Raises a usage error where it was not given and there is no terminal to ask on.
    """
    if value is not None:
        return value
    if sys.stdin.isatty() and sys.stdout.isatty():
        return str(typer.prompt(ordered(question).strip(), default=default))
    raise typer.BadParameter("", param_hint=option)


def day_of(text: str, option: str) -> dt.date:
    """Return a day; raise a usage error if it is none."""
    day = types.day_of(text)
    if day is None:
        said = _("“{text}” is not a day, as in 2024-03-21.").format(text=text)
        raise typer.BadParameter(said, param_hint=option)
    return day
