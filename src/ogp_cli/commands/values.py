"""What somebody gave for an option, asked for where it is missing, and checked."""

import datetime as dt
import sys
from collections.abc import Callable

import typer

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _, spoken
from ogp_cli.models import types
from ogp_cli.terminal.say import ordered, say


def asked(
    value: str | None,
    option: str,
    question: str,
    default: str | None = None,
    check: Callable[[str], None] = lambda _: None,
) -> str:
    """Return what an option was given, or else what somebody types on the terminal.

    `check` raises `OgpError` for what is wrong: on the terminal the question is asked again. Raises
    a usage error where it was not given and there is no terminal to ask on.
    """
    if value is not None:
        check(value)
        return value
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise typer.BadParameter("", param_hint=option)
    while True:
        colon = f"{spoken().colon} "
        text = str(typer.prompt(ordered(question).strip(), default, prompt_suffix=colon))
        try:
            check(text)
        except OgpError as error:
            say(f"{error.message}\n{_('  hint: {hint}').format(hint=error.hint)}", err=True)
        else:
            return text


def day_of(text: str, option: str) -> dt.date:
    """Return a day; raise a usage error if it is none."""
    day = types.day_of(text)
    if day is None:
        said = _("“{text}” is not a day, as in 2024-03-21.").format(text=text)
        raise typer.BadParameter(said, param_hint=option)
    return day
