"""`ogp changes`."""

from typing import Annotated

from ogp_cli.cli.choices import format_choice
from ogp_cli.cli.options import Bidi, Lang, NoBookTemplates, Output, Root, moment_option
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_
from ogp_cli.present.formats import TABLES


def changes(
    since: Annotated[
        str | None,
        moment_option(
            help=N_("Changes after this day or meeting (default: the last meeting but one).")
        ),
    ] = None,
    until: Annotated[
        str | None,
        moment_option(
            help=N_("Changes up to and including this day or meeting (default: the latest).")
        ),
    ] = None,
    form: Annotated[str | None, format_choice(TABLES)] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """List what the latest meeting changed, or what changed between two days.

    These are the proposals, the steps of the drafting, the decisions, the meetings held and
    planned, and the balance before and after.

    \b
    Examples:
      ogp changes
      ogp changes --since 2024-01-01 --until 2024-03-21
    """
    from ogp_cli.commands.changes import run

    options = OutputOptions(form, output, bidi, lang, not no_book_templates)
    run(root, since, until, options)
