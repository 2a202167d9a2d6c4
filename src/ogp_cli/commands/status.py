"""`ogp status`."""

import re
from typing import Annotated

import typer

from ogp_cli.commands import completion
from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.choices import BidiMode, Grouping, Order, TableFormat
from ogp_cli.commands.completion import of_words
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
    one_of,
    put,
    target_of,
)


def status(
    statuses: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="Filter by status, as in standing. Repeatable.",
            autocompletion=of_words(completion.statuses),
        ),
    ] = None,
    lead: Lead = None,
    step: Annotated[
        list[str] | None,
        typer.Option(
            "--step",
            metavar="STEP",
            help="Filter by a step that was reported. Repeatable.",
            autocompletion=of_words(completion.steps),
        ),
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--number", metavar="N-M,…", help="Filter by number, as in 1-9,14,20-."),
    ] = None,
    waiting: Annotated[
        bool, typer.Option("--waiting", help="Show those that wait for a meeting and have no slot.")
    ] = False,
    idle: Annotated[
        int,
        typer.Option(
            "--idle", metavar="N", min=0, help="Show those without news at the last N meetings."
        ),
    ] = 0,
    stuck: Annotated[
        bool,
        typer.Option(
            "--stuck",
            help="Show those that are stuck: no slot, or a slot that went by, or long silence.",
        ),
    ] = False,
    sort: Annotated[Order, typer.Option("--sort", help="Sort by.")] = Order.NUMBER,
    group: Annotated[Grouping | None, typer.Option("--group-by", help="Group by.")] = None,
    form: Annotated[TableFormat | None, FORMAT] = None,
    output: Output = None,
    moment: AsOf = None,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where each commitment stands, and what is stuck.

    The first lines are the balance: every proposal has one outcome, and the outcomes add up. A
    narrow terminal shows less of a commitment; `--format records` shows all of it.

    \b
    Examples:
      ogp status --stuck
      ogp status --lead justice --as-of 2024-03-21
      ogp status --group-by lead --output status.xlsx
    """
    from ogp_cli.plan import lookup
    from ogp_cli.present.content.status import status
    from ogp_cli.present.formats import TABLE
    from ogp_cli.process.query import Query

    chosen = format_of(form, output, TableFormat)
    spoken = language(lang, environment_language())
    words = spoken.terminal
    plan = as_it_stood(load_plan(root), moment)
    query = Query(
        statuses={one_of(each, words.statuses, "--status") for each in statuses or ()},
        leads={lookup.institution(plan, each) for each in lead or ()},
        steps={one_of(each, words.steps, "--step") for each in step or ()},
        numbers=_ranges(number),
        waiting=waiting,
        idle=idle,
        stuck=stuck,
    )
    table = status(plan, spoken, query, sort=sort, group=group)
    put(TABLE[chosen](table, target_of(plan, bidi, output)), output)
    warn_of_unread(plan)


def _ranges(text: str | None) -> tuple[range, ...]:
    """Return the ranges in `1-9,14,20-`. Raises a usage error if the text is wrong."""
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
