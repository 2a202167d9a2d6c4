"""`ogp schedule`."""

from typing import Annotated

from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.choices import BidiMode, ScheduleFormat
from ogp_cli.commands.options import (
    FORMAT,
    AsOf,
    Bidi,
    Lang,
    Lead,
    Output,
    Root,
    environment_language,
    format_of,
    language,
    put,
    target_of,
)
from ogp_cli.present.formats import SCHEDULES


def schedule(
    lead: Lead = None,
    form: Annotated[ScheduleFormat | None, FORMAT] = None,
    output: Output = None,
    moment: AsOf = None,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """List the coordination meetings and due milestones.

    Importing the calendar again updates its events and adds no duplicates.

    \b
    Examples:
      ogp schedule --lead justice
      ogp schedule --output schedule.ics
    """
    from ogp_cli.plan import lookup
    from ogp_cli.present.content.calendar import calendar
    from ogp_cli.present.content.schedule import schedule
    from ogp_cli.present.formats.rendering import render

    chosen = format_of(form, output, SCHEDULES)
    spoken = language(lang, environment_language())
    plan = as_it_stood(load_plan(root), moment)
    leads = {lookup.institution(plan, each) for each in lead or ()}
    content = calendar if chosen == SCHEDULES["ics"] else schedule
    target = target_of(plan, bidi, output)
    put(render(chosen, content(plan, spoken, leads), target), output)
    warn_of_unread(plan)
