"""`ogp new commitment`."""

from typing import TYPE_CHECKING, Annotated

import typer

from ogp_cli.commands.choices import BidiMode
from ogp_cli.commands.completion import institutions, of_book
from ogp_cli.commands.options import (
    Bidi,
    Lang,
    Root,
    asked,
    day_of,
)
from ogp_cli.commands.writing import create

if TYPE_CHECKING:
    from ogp_cli.edit.change import Change
    from ogp_cli.plan import Plan


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
    from ogp_cli.edit.new.commitment import new_commitment, next_number

    name = asked(title, "--title", "Title")
    day = day_of(proposed, "--proposed") if proposed else None

    def made(plan: "Plan") -> "list[Change]":
        return new_commitment(plan, number or next_number(plan), name, lead, day)

    create(root, made, lang, bidi)
