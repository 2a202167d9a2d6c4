"""`ogp schedule`."""

from collections.abc import Sequence
from pathlib import Path

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import as_it_stood, load_plan
from ogp_cli.commands.output import language
from ogp_cli.commands.rendering import format_of, put_content
from ogp_cli.plan import lookup
from ogp_cli.present.content.calendar import calendar
from ogp_cli.present.content.schedule import schedule
from ogp_cli.present.formats import SCHEDULES


def run(
    root: Path | None, moment: str | None, leads: Sequence[str] | None, options: OutputOptions
) -> None:
    """Print the coordination meetings and due milestones."""
    chosen = format_of(options, SCHEDULES)
    spoken = language(options.lang)
    plan = as_it_stood(load_plan(root), moment)
    content = calendar if chosen == SCHEDULES["ics"] else schedule
    asked = {lookup.institution(plan, each) for each in leads or ()}
    put_content(plan, content(plan, spoken, asked), chosen, options)
