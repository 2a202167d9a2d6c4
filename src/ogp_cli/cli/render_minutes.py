"""`ogp render-minutes`."""

from typing import Annotated

import typer

from ogp_cli.cli.choices import format_choice
from ogp_cli.cli.completion import of_book
from ogp_cli.cli.options import Lang, NoBookTemplates, Output, Root
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.present.formats import DOCUMENTS


def render_minutes(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING",
            help=N_("The id of a meeting, as in 2024-03-21."),
            autocompletion=of_book("meetings"),
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help=N_("Render every meeting, into the folder --output."))
    ] = False,
    form: Annotated[str | None, format_choice(DOCUMENTS, "--to")] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    strict: Annotated[bool, typer.Option("--strict", help=N_("Refuse to render a draft."))] = False,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Render the minutes of a meeting.

    They are in the plan's language, or in that of --lang. As long as errors in the data affect
    the meeting, the minutes are marked as a draft.

    \b
    Examples:
      ogp render-minutes 2024-03-21 --output minutes.pdf
      ogp render-minutes --all --format html --output public
    """
    from ogp_cli.commands.render_minutes import run

    if (name is None) != every:
        raise typer.BadParameter(_("name one meeting, or ask for --all."), param_hint="MEETING")
    options = OutputOptions(form, output, lang=lang, book_templates=not no_book_templates)
    run(root, name, options, strict=strict)
