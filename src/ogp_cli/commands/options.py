"""The options that several commands share, and what they mean."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ogp_cli.lang.language import Language
    from ogp_cli.plan import Plan

_MANY = 10

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="FOLDER", help="The folder that holds data/. [env: OGP_ROOT]"),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE|MEETING", help="As the book stood at the end of a day."),
]
Lang = Annotated[str | None, typer.Option("--lang", metavar="ar|fr|en", help="The language.")]


def load_plan(root: Path | None) -> "Plan":
    """Return the book under `--root`, or of the folder that we are in."""
    from ogp_cli.plan import load
    from ogp_cli.store.folder import find_root

    return load(find_root(root, Path.cwd()))


def language(asked: str | None, *others: str | None) -> "Language":
    """Return the language asked for, or else the first of the others that the tool speaks.

    Raises a usage error where one is asked for that the tool does not speak.
    """
    from ogp_cli.lang import LANGUAGES, choose

    if asked and asked not in LANGUAGES:
        raise typer.BadParameter(
            f"{asked!r} is not one of {', '.join(LANGUAGES)}.", param_hint="--lang"
        )
    return choose(asked, *others)


def environment_language() -> str | None:
    """Return the locale of the environment, as POSIX looks it up."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next(filter(None, map(os.environ.get, names)), None)


def one_of(value: str, known: list[str], option: str) -> str:
    """Return `value`; raise a usage error where it is not known."""
    if value not in known:
        from ogp_cli.nearest import nearest

        near = nearest(value, known)
        hint = f" Did you mean {near!r}?" if near else ""
        few = f"is not one of {', '.join(known)}."
        said = few if len(known) < _MANY else "is unknown."
        raise typer.BadParameter(f"{value!r} {said}{hint}", param_hint=option)
    return value


def as_it_stood(plan: "Plan", moment: str | None) -> "Plan":
    """Return the book as of a day or a meeting's day; a usage error where it is neither."""
    from datetime import date

    from ogp_cli.plan import as_of

    if moment is None:
        return plan
    if moment in plan.meetings:
        return as_of(plan, plan.meetings[moment].date)
    try:
        return as_of(plan, date.fromisoformat(moment))
    except ValueError:
        said = f"{moment!r} is neither a day, as in 2024-03-21, nor a meeting."
        raise typer.BadParameter(said, param_hint="--as-of") from None


def warn_of_unread(plan: "Plan") -> None:
    """Say on standard error that files are left out of what is printed."""
    number = len(plan.unread)
    if number:
        files = "1 file" if number == 1 else f"{number} files"
        typer.echo(f"ogp: {files} could not be read and are left out; run: ogp check", err=True)
