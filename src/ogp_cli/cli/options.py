"""The options that several commands share."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.choices import BidiMode, LanguageCode
from ogp_cli.cli.completion import known_rules, of_book, of_words


def _root(context: typer.Context, given: Path | None) -> Path | None:
    """Return a command's own `--root`, or else the one before the command."""
    before = context.find_root().params["root"]
    return given or (Path(before) if before else None)


rule_option = partial(typer.Option, metavar="RULE", autocompletion=of_words(known_rules))
moment_option = partial(typer.Option, metavar="DATE|MEETING", autocompletion=of_book("meetings"))
institution_option = partial(typer.Option, metavar="ORG", autocompletion=of_book("institutions"))

Root = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="The folder that holds data/. [env: OGP_ROOT]", callback=_root
    ),
]
AsOf = Annotated[
    str | None,
    moment_option(help="Show what was known after a meeting, or at the end of a day."),
]
Lang = Annotated[LanguageCode | None, typer.Option(help="Output language.")]
FORMAT = typer.Option("--format", help="Output format. Without it, the ending of --output decides.")
Lead = Annotated[
    list[str] | None,
    institution_option(
        help="Filter by institution, including its departments and what it is part of. Repeatable."
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
        help="Who orders Arabic text: the terminal (isolate or none) or ogp (visual). "
        "[env: OGP_BIDI]"
    ),
]
