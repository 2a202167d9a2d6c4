"""`ogp schedule`."""

from typing import Annotated

from ogp_cli.cli.choices import format_choice
from ogp_cli.cli.options import AsOf, Bidi, Lang, Lead, NoBookTemplates, Output, Root
from ogp_cli.commands import OutputOptions
from ogp_cli.present.formats import SCHEDULES


def schedule(
    lead: Lead = None,
    form: Annotated[str | None, format_choice(SCHEDULES)] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    as_of: AsOf = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """List scheduled meetings, agreed tasks and milestones.

    Importing the calendar again updates its events and adds no duplicates.

    \b
    Examples:
      ogp schedule --lead justice
      ogp schedule --output schedule.ics
    """
    from ogp_cli.commands.schedule import run

    run(root, as_of, lead, OutputOptions(form, output, bidi, lang, not no_book_templates))
