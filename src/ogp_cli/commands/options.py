"""The options that several commands share, and what they mean."""

import os
import shutil
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ogp_cli.commands.completion import institutions, meetings, of_choice, of_plan
from ogp_cli.errors import OgpError
from ogp_cli.screen import BIDI, Screen, bidi_of

if TYPE_CHECKING:
    from ogp_cli.lang.language import Language

_LANGUAGES = "ar|fr|en"
_BIDI = "auto|isolate|visual|none"
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
        help="As the book stood at the end of a day.",
        autocompletion=of_plan(meetings),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=_LANGUAGES,
        help="The language.",
        autocompletion=of_choice(_LANGUAGES),
    ),
]
Lead = Annotated[
    list[str] | None,
    typer.Option(
        "--lead",
        metavar="ORG",
        help="Only of an institution, by its id, or of its kin; repeatable.",
        autocompletion=of_plan(institutions),
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Else standard output.")
]
Bidi = Annotated[
    str,
    typer.Option(
        "--bidi",
        metavar=_BIDI,
        help="How Arabic is put in order: by the terminal (isolate or none) or by ogp (visual). "
        "[env: OGP_BIDI]",
        autocompletion=of_choice(_BIDI),
    ),
]


def format_option(metavar: str) -> Any:  # noqa: ANN401 - what typer takes for an option
    """Return the option `--format`, of the formats in a metavar, as in `text|json`."""
    return typer.Option(
        "--format",
        metavar=metavar,
        help="How; else by the ending of --output.",
        autocompletion=of_choice(metavar),
    )


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


def screen(bidi: str = "auto", output: Path | None = None) -> Screen:
    """Return what standard output goes to; for a file, the screen that has no edge.

    A pipe has the edge that `COLUMNS` says, and no colours. Without `--bidi`, the environment
    counts on a terminal alone: `OGP_BIDI`, or else what tells which terminal it is.
    """
    wish = one_of(bidi, _BIDI.split("|"), "--bidi")
    on_terminal = output is None and sys.stdout.isatty()
    if wish == "auto" and on_terminal:
        wish = one_of(os.environ.get("OGP_BIDI") or "auto", _BIDI.split("|"), "OGP_BIDI")
        wish = bidi_of(os.environ) if wish == "auto" else wish
    mode = next((each for each in BIDI if each == wish), BIDI[0])
    if not on_terminal:
        columns = os.environ.get("COLUMNS", "") if output is None else ""
        return Screen(int(columns[:6]) or None if columns.isdecimal() else None, bidi=mode)
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Screen(shutil.get_terminal_size().columns, not is_plain, mode)


def one_of(value: str, known: Collection[str], option: str) -> str:
    """Return `value`; raise a usage error where it is not known."""
    if value not in known:
        from ogp_cli.nearest import nearest

        near = nearest(value, known)
        hint = f" Did you mean {near!r}?" if near else ""
        few = f"is not one of {', '.join(known)}."
        said = few if len(known) < _MANY else "is unknown."
        raise typer.BadParameter(f"{value!r} {said}{hint}", param_hint=option)
    return value


def format_of(
    asked: str | None, output: Path | None, endings: Mapping[str, str], forms: Collection[str]
) -> str:
    """Return the format asked for, or else the one of a file's ending, or else the first."""
    if asked:
        return one_of(asked, forms, "--format")
    ending = output.suffix[1:] if output else ""
    return endings[one_of(ending, endings, "--output")] if ending else next(iter(forms))


def put(rendered: str | bytes, output: Path | None = None) -> None:
    """Write what was rendered as it stands: the ends of lines are the format's own.

    Raises `OgpError` where it is no text and would go to a terminal.
    """
    data = rendered.encode() if isinstance(rendered, str) else rendered
    if output:
        from ogp_cli.store.write import write

        write(output, data)
    elif isinstance(rendered, bytes) and sys.stdout.isatty():
        raise OgpError("this format is not for a terminal", "name a file with --output")
    else:
        typer.echo(data, nl=False)
