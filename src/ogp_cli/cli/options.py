"""The options that several commands share."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ogp_cli.cli.choices import LANG, ROOT, choice
from ogp_cli.cli.completion import of_book, of_rules
from ogp_cli.lang import LANGUAGES
from ogp_cli.lang.catalogue import N_
from ogp_cli.terminal.screen import BIDI


def _root(context: typer.Context, given: Path | None) -> Path | None:
    """Return a command's own `--root`, or else the one before the command."""
    before = context.find_root().params["root"]
    return given or (Path(before) if before else None)


def _lang(context: typer.Context, given: str | None) -> str | None:
    """Return a command's own `--lang`, or else the one before the command."""
    before: str | None = context.find_root().params["lang"]
    return given or before


rule_option = partial(typer.Option, metavar="RULE", autocompletion=of_rules)
moment_option = partial(typer.Option, metavar="DATE|MEETING", autocompletion=of_book("meetings"))
institution_option = partial(typer.Option, metavar="ORG", autocompletion=of_book("institutions"))

Root = Annotated[Path | None, typer.Option(metavar="FOLDER", help=ROOT, callback=_root)]
Lang = Annotated[str | None, choice(LANGUAGES, help=LANG, callback=_lang)]
AsOf = Annotated[
    str | None,
    moment_option(help=N_("Show what was known after a meeting, or at the end of a day.")),
]
Lead = Annotated[
    list[str] | None,
    institution_option(
        help=N_(
            "Only commitments led by this institution, its parent or its departments. Repeatable."
        )
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=N_("Output file (default: standard output).")
    ),
]
NoBookTemplates = Annotated[
    bool,
    typer.Option(
        "--no-book-templates", help=N_("Ignore the book's templates (for untrusted data).")
    ),
]
Bidi = Annotated[
    str,
    choice(
        ("auto", *BIDI),
        help=N_("How to lay out right-to-left text; see docs/terminals.md. [env: OGP_BIDI]"),
    ),
]
