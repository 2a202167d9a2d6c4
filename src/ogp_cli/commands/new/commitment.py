"""`ogp new commitment`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import load_plan
from ogp_cli.commands.choices import BidiMode
from ogp_cli.commands.completion import institutions, of_book
from ogp_cli.commands.options import (
    Bidi,
    Lang,
    Root,
    asked,
    day_of,
    environment_language,
    language,
)
from ogp_cli.commands.writing import stop_if_refused, write


def commitment(
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="NUMBER", min=1, help="The proposal's number. Without it, the next one."
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The proposal's title.")] = None,
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead",
            metavar="ORG",
            help="The institution in charge, by its id.",
            autocompletion=of_book(institutions),
        ),
    ] = None,
    proposed: Annotated[
        str | None, typer.Option("--proposed", metavar="DATE", help="The day of the proposal.")
    ] = None,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the file of a new proposal; count it in plan.yaml.

    \b
    Examples:
      ogp new commitment --title "Publier les comptes rendus" --lead justice
      ogp new commitment 28 --title "Publier les comptes rendus" --proposed 2024-04-02
    """
    from ogp_cli.edit.applied import applied
    from ogp_cli.edit.new.commitment import new_commitment, next_number

    plan = load_plan(root)
    name = asked(title, "--title", "Title")
    day = day_of(proposed, "--proposed") if proposed else None
    changes = new_commitment(plan, number or next_number(plan), name, lead, day)
    after, spoken = applied(plan, changes), language(lang, environment_language())
    stop_if_refused(plan, after, changes[0].file, changes, spoken, bidi)
    write(plan.root, changes)
