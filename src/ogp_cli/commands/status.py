"""`ogp status`."""

import re
from typing import Annotated

import typer

from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.completion import of_choice, of_words, statuses, steps
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
    one_of,
    put,
    screen,
)

_FORMATS = "table|records|json|csv|markdown|xlsx"
_GROUPS = "lead|status"
_ORDERS = "number|title|lead|status|step|meeting|idle"


def status(
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="Only of a status, as in standing; repeatable.",
            autocompletion=of_words(statuses),
        ),
    ] = None,
    lead: Lead = None,
    step: Annotated[
        list[str] | None,
        typer.Option(
            "--step",
            metavar="STEP",
            help="Only those that a step of the drafting was reported of; repeatable.",
            autocompletion=of_words(steps),
        ),
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--number", metavar="N-M,…", help="Only these numbers, as in 1-9,14,20-."),
    ] = None,
    waiting: Annotated[
        bool, typer.Option("--waiting", help="Only those that wait for a meeting without a slot.")
    ] = False,
    idle: Annotated[
        int,
        typer.Option(
            "--idle", metavar="N", min=0, help="Only those without news at the last N meetings."
        ),
    ] = 0,
    stuck: Annotated[
        bool,
        typer.Option(
            "--stuck", help="Only those that wait for a slot, or have no news and no slot either."
        ),
    ] = False,
    sort: Annotated[
        str,
        typer.Option(
            "--sort", metavar=_ORDERS, help="In which order.", autocompletion=of_choice(_ORDERS)
        ),
    ] = "number",
    group: Annotated[
        str | None,
        typer.Option(
            "--group-by",
            metavar=_GROUPS,
            help="In groups, counted.",
            autocompletion=of_choice(_GROUPS),
        ),
    ] = None,
    form: Annotated[str | None, format_option(_FORMATS)] = None,
    output: Output = None,
    moment: AsOf = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where every commitment stands, and what is stuck.

    Every proposal has one fate, and the fates add up: that is the second line. A narrow terminal
    shows less of a commitment; `--format records` shows all of it.

    \b
    Examples:
      ogp status --stuck
      ogp status --lead justice --as-of 2024-03-21
      ogp status --group-by lead --output status.xlsx
    """
    from ogp_cli.output.status import ENDINGS, FORMATS, GROUPS, ORDERS, overview
    from ogp_cli.plan import lookup
    from ogp_cli.process.query import Query

    chosen = format_of(form, output, ENDINGS, FORMATS)
    speech = language(lang, environment_language())
    words = speech.terminal
    plan = as_it_stood(load_plan(root), moment)
    query = Query(
        statuses={one_of(each, words.statuses, "--status") for each in status or ()},
        leads={lookup.institution(plan, each) for each in lead or ()},
        steps={one_of(each, words.steps, "--step") for each in step or ()},
        numbers=_ranges(number),
        waiting=waiting,
        idle=idle,
        stuck=stuck,
    )
    view = overview(
        plan,
        speech,
        query,
        screen(bidi, output),
        sort=one_of(sort, ORDERS, "--sort"),
        group=one_of(group, GROUPS, "--group-by") if group else None,
    )
    put(FORMATS[chosen](view), output)
    warn_of_unread(plan)


def _ranges(text: str | None) -> tuple[range, ...]:
    """Return the ranges of numbers in `1-9,14,20-`; a usage error where it is none."""
    ranges = []
    for part in () if text is None else text.split(","):
        found = re.fullmatch(r"\s*(\d{0,9})\s*(-?)\s*(\d{0,9})\s*", part)
        first, dash, last = found.groups() if found else ("", "", "")
        start, end = int(first or 1), int(last or 10**9) if dash else int(first or 0)
        if not (first or last) or end < start:
            said = f"{part!r} is not a range of numbers, as in 14, 1-9 or 20-."
            raise typer.BadParameter(said, param_hint="--number")
        ranges.append(range(start, end + 1))
    return tuple(ranges)
