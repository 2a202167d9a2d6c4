"""`ogp show`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.completion import commitments, institutions, meetings, of_plan
from ogp_cli.commands.options import (
    AsOf,
    Bidi,
    Lang,
    Root,
    environment_language,
    language,
    put,
    screen,
)


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="A commitment's number or id, or the id of a meeting or of an institution.",
            autocompletion=of_plan(commitments, meetings, institutions),
        ),
    ],
    moment: AsOf = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show a commitment, a meeting or an institution in full.

    \b
    Examples:
      ogp show 10
      ogp show 2024-03-21
      ogp show justice
    """
    from ogp_cli.documents.minutes import minutes
    from ogp_cli.documents.profile import profile
    from ogp_cli.documents.sheet import sheet
    from ogp_cli.documents.text import render
    from ogp_cli.errors import OgpError
    from ogp_cli.plan import lookup

    book = load_plan(root)
    kind, plan = lookup.kind_of(book, name), as_it_stood(book, moment)
    if lookup.kinds(plan).get(name) != kind:
        raise OgpError(f"“{name}” was not in the book yet", "name a later day with --as-of")
    speech = language(lang, environment_language())
    match kind:
        case "meeting":
            document = minutes(plan, plan.meetings[name], speech)
        case "commitment":
            document = sheet(plan, lookup.commitment(plan, name), speech)
        case _:
            document = profile(plan, name, speech)
    put(screen(bidi).lines(render(document), rtl=speech.direction == "rtl"))
    warn_of_unread(plan)
