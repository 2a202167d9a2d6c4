"""`ogp show`."""

from typing import Annotated

import typer

from ogp_cli.cli.choices import format_choice
from ogp_cli.cli.completion import of_book
from ogp_cli.cli.options import AsOf, Bidi, Lang, NoBookTemplates, Output, Root
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_
from ogp_cli.present.formats import DOCUMENTS


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help=N_("A commitment's number or id, or the id of a meeting or of an institution."),
            autocompletion=of_book("commitments", "meetings", "institutions"),
        ),
    ],
    form: Annotated[str | None, format_choice(DOCUMENTS)] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    as_of: AsOf = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show a commitment, a meeting or an institution in full.

    \b
    Examples:
      ogp show 10
      ogp show 2024-03-21
      ogp show justice --output justice.pdf
    """
    from ogp_cli.commands.show import run

    options = OutputOptions(form, output, bidi, lang, not no_book_templates)
    run(root, as_of, name, options)
