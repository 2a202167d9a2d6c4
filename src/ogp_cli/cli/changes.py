"""`ogp changes`."""

from typing import Annotated

from ogp_cli.cli.choices import TableFormat
from ogp_cli.cli.options import FORMAT, Bidi, Lang, NoBookTemplates, Output, Root, moment_option
from ogp_cli.commands import OutputOptions


def changes(
    since: Annotated[
        str | None,
        moment_option(help="Changes after this day. Default: the last meeting but one."),
    ] = None,
    until: Annotated[
        str | None, moment_option(help="Changes up to and including this day. Default: all.")
    ] = None,
    form: Annotated[TableFormat | None, FORMAT] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    bidi: Bidi = "auto",
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
    from ogp_cli.commands.changes import run

    options = OutputOptions(form, output, bidi, lang, not no_book_templates)
    run(root, since, until, options)
