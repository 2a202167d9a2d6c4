"""What somebody gave for an option, asked for where it is missing, and checked."""

import datetime as dt
import sys
from collections.abc import Collection

import typer

from ogp_cli.models import types
from ogp_cli.nearest import nearest

_MANY = 12


def asked(value: str | None, option: str, question: str, default: str | None = None) -> str:
    """Return what an option was given, or else what somebody types on the terminal.

    Raises a usage error where it was not given and there is no terminal to ask on.
    """
    if value is not None:
        return value
    if sys.stdin.isatty() and sys.stdout.isatty():
        return str(typer.prompt(question, default=default))
    raise typer.BadParameter("it is missing.", param_hint=option)


def day_of(text: str, option: str) -> dt.date:
    """Return a day; raise a usage error if it is none."""
    day = types.day_of(text)
    if day is None:
        raise typer.BadParameter(f"{text!r} is not a day, as in 2024-03-21.", param_hint=option)
    return day


def one_of(value: str, known: Collection[str], option: str) -> str:
    """Return `value`; raise a usage error if it is unknown."""
    if value not in known:
        near = nearest(value, known)
        hint = f" Did you mean {near!r}?" if near else ""
        few = f"is not one of {', '.join(known)}."
        said = few if len(known) < _MANY else "is unknown."
        raise typer.BadParameter(f"{value!r} {said}{hint}", param_hint=option)
    return value
