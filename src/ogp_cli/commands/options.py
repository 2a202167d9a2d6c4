"""The options that several commands share, and what they mean."""

import os
import shutil
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.choices import BidiMode, LanguageCode
from ogp_cli.commands.completion import institutions, meetings, of_book
from ogp_cli.errors import OgpError
from ogp_cli.terminal.say import send
from ogp_cli.terminal.screen import BIDI, Screen, bidi_of

if TYPE_CHECKING:
    import datetime as dt

    from ogp_cli.lang.language import Language
    from ogp_cli.plan import Plan
    from ogp_cli.present.formats import Format
    from ogp_cli.present.formats.target import Target

_MANY = 12

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="FOLDER", help="The folder that holds data/. [env: OGP_ROOT]"),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE|MEETING",
        help="Show what was known after a meeting, or at the end of a day.",
        autocompletion=of_book(meetings),
    ),
]
Lang = Annotated[LanguageCode | None, typer.Option("--lang", help="Output language.")]
FORMAT = typer.Option("--format", help="Output format. Without it, the ending of --output decides.")
Lead = Annotated[
    list[str] | None,
    typer.Option(
        "--lead",
        metavar="ORG",
        help="Filter by institution, including its departments and what it is part of. Repeatable.",
        autocompletion=of_book(institutions),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Output file. Without it, standard output."
    ),
]
NoBookTemplates = Annotated[
    bool,
    typer.Option(
        "--no-book-templates",
        help="Use only the templates of ogp, not the book's: for data that you do not trust.",
    ),
]
Bidi = Annotated[
    BidiMode,
    typer.Option(
        "--bidi",
        help="Who orders Arabic text: the terminal (isolate or none) or ogp (visual). "
        "[env: OGP_BIDI]",
    ),
]


def language(asked: str | None, *others: str | None) -> "Language":
    """Return the requested language, or else the first of the others that `ogp` has."""
    from ogp_cli.lang import choose

    return choose(asked, *others)


def environment_language() -> str | None:
    """Return the locale of the environment, as POSIX looks it up."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next(filter(None, map(os.environ.get, names)), None)


def screen(bidi: BidiMode = BidiMode.AUTO, output: Path | None = None) -> Screen:
    """Return the screen of standard output; a file has no width.

    A pipe has the width in `COLUMNS`, if set, and no colours. Without `--bidi`, a terminal gets the
    mode in `OGP_BIDI`, or else the one that fits the terminal.
    """
    on_terminal = output is None and sys.stdout.isatty()
    if bidi is BidiMode.AUTO and on_terminal:
        bidi = BidiMode(one_of(os.environ.get("OGP_BIDI") or "auto", list(BidiMode), "OGP_BIDI"))
    known = bidi_of(os.environ if on_terminal else {})
    mode = next((each for each in BIDI if each == bidi), known)
    if not on_terminal:
        columns = os.environ.get("COLUMNS", "") if output is None else ""
        return Screen(int(columns[:6]) or None if columns.isdecimal() else None, bidi=mode)
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Screen(shutil.get_terminal_size().columns, not is_plain, mode)


def asked(value: str | None, option: str, question: str, default: str | None = None) -> str:
    """Return what an option was given, or else what somebody types on the terminal.

    Raises a usage error where it was not given and there is no terminal to ask on.
    """
    if value is not None:
        return value
    if sys.stdin.isatty() and sys.stdout.isatty():
        return str(typer.prompt(question, default=default))
    raise typer.BadParameter("it is missing.", param_hint=option)


def day_of(text: str, option: str) -> "dt.date":
    """Return a day; raise a usage error if it is none."""
    from ogp_cli.models import types

    day = types.day_of(text)
    if day is None:
        raise typer.BadParameter(f"{text!r} is not a day, as in 2024-03-21.", param_hint=option)
    return day


def one_of(value: str, known: Collection[str], option: str) -> str:
    """Return `value`; raise a usage error if it is unknown."""
    if value not in known:
        from ogp_cli.nearest import nearest

        near = nearest(value, known)
        hint = f" Did you mean {near!r}?" if near else ""
        few = f"is not one of {', '.join(known)}."
        said = few if len(known) < _MANY else "is unknown."
        raise typer.BadParameter(f"{value!r} {said}{hint}", param_hint=option)
    return value


def rule_of(name: str, option: str) -> str:
    """Return the name of a rule; raise a usage error if there is none of that name."""
    from ogp_cli.checks import RULES

    return one_of(name, list(RULES), option)


def format_of(asked: str | None, output: Path | None, formats: "Mapping[str, Format]") -> "Format":
    """Return the requested format, or else that of a file's ending, or else the first."""
    if asked:
        return formats[asked]
    first, *_ = formats.values()
    ending = output.suffix[1:] if output else ""
    known = list(dict.fromkeys(each.ending for each in formats.values()))
    wanted = one_of(ending, known, "--output") if ending else first.ending
    return next(each for each in formats.values() if each.ending == wanted)


def target_of(
    plan: "Plan", bidi: BidiMode, output: Path | None, *, book_templates: bool = True
) -> "Target":
    """Return where a command's output goes, and the templates: the book's, or the tool's alone."""
    from ogp_cli.present.formats.target import DEFAULTS, Target

    return Target(screen(bidi, output), plan.root / "templates" if book_templates else DEFAULTS)


def put(rendered: str | bytes, output: Path | None = None, *, commands: bool = False) -> None:
    """Write rendered output unchanged, with the format's own line ends.

    On standard output, a text is no command of a runner, unless the format has `commands`. Raises
    `OgpError` if it is binary and would go to a terminal, or the file may not be written.
    """
    if output:
        from ogp_cli.store.write import write

        write(output, rendered.encode() if isinstance(rendered, str) else rendered)
    elif isinstance(rendered, bytes) and sys.stdout.isatty():
        raise OgpError("this format is not for a terminal", "name a file with --output")
    else:
        send(rendered, commands=commands)
