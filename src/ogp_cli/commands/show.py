"""`ogp show`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.choices import BidiMode, DocumentFormat
from ogp_cli.commands.completion import commitments, institutions, meetings, of_book
from ogp_cli.commands.options import (
    FORMAT,
    AsOf,
    Bidi,
    Lang,
    NoBookTemplates,
    Output,
    Root,
    environment_language,
    format_of,
    language,
    put,
    target_of,
)
from ogp_cli.present.formats import DOCUMENTS


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="A commitment's number or id, or the id of a meeting or of an institution.",
            autocompletion=of_book(commitments, meetings, institutions),
        ),
    ],
    form: Annotated[DocumentFormat | None, FORMAT] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    moment: AsOf = None,
    bidi: Bidi = BidiMode.AUTO,
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
    from ogp_cli.errors import OgpError
    from ogp_cli.plan import lookup
    from ogp_cli.present.content.commitment import commitment
    from ogp_cli.present.content.institution import institution
    from ogp_cli.present.content.minutes import minutes
    from ogp_cli.present.formats.rendering import render

    chosen = format_of(form, output, DOCUMENTS)
    book = load_plan(root)
    kind, plan = lookup.kind_of(book, name), as_it_stood(book, moment)
    if lookup.kinds(plan).get(name) != kind:
        raise OgpError(f"“{name}” was not in the book yet", "name a later day with --as-of")
    spoken = language(lang, environment_language())
    match kind:
        case "meeting":
            document = minutes(plan, {**plan.planned, **plan.meetings}[name], spoken)
        case "commitment":
            document = commitment(plan, lookup.commitment(plan, name), spoken)
        case _:
            document = institution(plan, name, spoken)
    target = target_of(plan, bidi, output, book_templates=not no_book_templates)
    put(render(chosen, document, target), output)
    warn_of_unread(plan)
