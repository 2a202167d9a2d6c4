"""`ogp changes`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import load_plan, moment, warn_of_unread
from ogp_cli.commands.choices import BidiMode, DocumentFormat
from ogp_cli.commands.completion import meetings, of_book
from ogp_cli.commands.options import (
    FORMAT,
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


def changes(
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|MEETING",
            help="Changes after this day. Default: the last meeting but one.",
            autocompletion=of_book(meetings),
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE|MEETING",
            help="Changes up to and including this day. Default: all.",
            autocompletion=of_book(meetings),
        ),
    ] = None,
    form: Annotated[DocumentFormat | None, FORMAT] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """List what is new since the last meeting but one.

    Or between two meetings or days: proposals, steps of the drafting, decisions, meetings held and
    planned, and the balance before and after.

    \b
    Examples:
      ogp changes
      ogp changes --since 2024-01-01 --until 2024-03-21
    """
    from ogp_cli.present.content.changes import changes
    from ogp_cli.present.formats.rendering import render
    from ogp_cli.process.changes import last_but_one

    chosen = format_of(form, output, DOCUMENTS)
    spoken = language(lang, environment_language())
    plan = load_plan(root)
    last = moment(plan, until, "--until")
    first = moment(plan, since, "--since") if since else last_but_one(plan, last)
    if first and last and first >= last:
        raise typer.BadParameter(f"{first} is not before {last}.", param_hint="--since")
    document = changes(plan, (first, last), spoken)
    target = target_of(plan, bidi, output, book_templates=not no_book_templates)
    put(render(chosen, document, target), output)
    warn_of_unread(plan)
