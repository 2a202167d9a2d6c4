"""`ogp schedule`."""

from typing import Annotated

from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.options import (
    AsOf,
    Bidi,
    Lang,
    Lead,
    Output,
    Root,
    environment_language,
    format_of,
    format_option,
    language,
    put,
    screen,
)

_FORMATS = "table|json|ics"


def schedule(
    lead: Lead = None,
    form: Annotated[str | None, format_option(_FORMATS)] = None,
    output: Output = None,
    moment: AsOf = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """List the coordination meetings in order of time.

    A calendar that is imported again moves the events that it has, and adds none twice.

    \b
    Examples:
      ogp schedule --lead justice
      ogp schedule --output schedule.ics
    """
    from ogp_cli.output.schedule import ENDINGS, FORMATS, agenda
    from ogp_cli.plan import lookup

    chosen = format_of(form, output, ENDINGS, FORMATS)
    speech = language(lang, environment_language())
    plan = as_it_stood(load_plan(root), moment)
    leads = {lookup.institution(plan, each) for each in lead or ()}
    put(FORMATS[chosen](agenda(plan, speech, screen(bidi, output), leads)), output)
    warn_of_unread(plan)
