"""`ogp status`."""

import re
from collections.abc import Mapping
from typing import Annotated

import typer

from ogp_cli.commands import completion
from ogp_cli.commands.book import as_it_stood, load_plan, warn_of_unread
from ogp_cli.commands.choices import BidiMode, Grouping, Order, PhaseName, TableFormat
from ogp_cli.commands.completion import of_book, of_words
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
from ogp_cli.present.content.orders import PHASES
from ogp_cli.present.formats import TABLES

_BY_NUMBER = Order("number")


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
            help="Show those that are stuck: no slot, or a slot that has passed, or long silence.",
        ),
    ] = False,
    axis: Annotated[
        list[str] | None,
        typer.Option(
            "--axis",
            metavar="AXIS",
            help="Filter by an axis of the plan. Repeatable.",
            autocompletion=of_book(completion.axes),
        ),
    ] = None,
    completed: Annotated[
        list[str] | None,
        typer.Option(
            "--completion",
            metavar="COMPLETION",
            help="Filter by the completion that was reported, as in limited. Repeatable.",
            autocompletion=of_words(completion.completions),
        ),
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Show those with an overdue milestone.")
    ] = False,
    phase: Annotated[
        PhaseName | None,
        typer.Option("--phase", help="The phase to show. Without it, the one that the plan is in."),
    ] = None,
    sort: Annotated[Order, typer.Option("--sort", help="Sort by.")] = _BY_NUMBER,
    group: Annotated[Grouping | None, typer.Option("--group-by", help="Group by.")] = None,
    form: Annotated[TableFormat | None, FORMAT] = None,
    output: Output = None,
    moment: AsOf = None,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where each commitment stands, and what is stuck.

    Before the plan is adopted, it shows the proposals and the progress of their drafting.
    Afterwards, it shows the commitments of the plan: the reported completion, and the milestones.
    The first lines are the balance: every proposal has one outcome, and the outcomes add up. A
    narrow terminal shows less of a commitment; `--format records` shows all of it.

    \b
    Examples:
      ogp status --stuck
      ogp status --lead justice --as-of 2024-03-21
      ogp status --phase implementation --overdue
      ogp status --group-by lead --output status.xlsx
    """
    from ogp_cli.plan import lookup
    from ogp_cli.present.content import implementation
    from ogp_cli.present.content import status as drafting
    from ogp_cli.present.formats.rendering import render
    from ogp_cli.process.ledger import expected
    from ogp_cli.process.query import PlanQuery, Query

    chosen = format_of(form, output, TABLES)
    spoken = language(lang, environment_language())
    words = spoken.terminal
    plan = as_it_stood(load_plan(root), moment)
    asked = {one_of(each, words.statuses, "--status") for each in statuses or ()}
    leads = {lookup.institution(plan, each) for each in lead or ()}
    numbers = _ranges(number)
    of_drafting = {"--step": step, "--waiting": waiting, "--idle": idle, "--stuck": stuck}
    of_plan = {"--axis": axis, "--completion": completed, "--overdue": overdue}
    shown = phase or ("implementation" if expected(plan).closed else "drafting")
    _refuse_unless(sort, group, shown)
    if shown == "implementation":
        _refuse(of_drafting, "drafting")
        known = spoken.implementation.completions
        of = PlanQuery(
            statuses=asked,
            leads=leads,
            numbers=numbers,
            axes={one_of(each, plan.info.axes, "--axis") for each in axis or ()},
            completions={one_of(each, known, "--completion") for each in completed or ()},
            overdue=overdue,
        )
        table = implementation.implementation(plan, spoken, of, sort=sort, group=group)
    else:
        _refuse(of_plan, "implementation")
        query = Query(
            statuses=asked,
            leads=leads,
            steps={one_of(each, words.steps, "--step") for each in step or ()},
            numbers=numbers,
            waiting=waiting,
            idle=idle,
            stuck=stuck,
        )
        table = drafting.status(plan, spoken, query, sort=sort, group=group)
    put(render(chosen, table, target_of(plan, bidi, output)), output)
    warn_of_unread(plan)


def _refuse(options: Mapping[str, object], other: str) -> None:
    """Raise a usage error where an option that was given is only of the other phase."""
    for option, value in options.items():
        if value:
            said = f"this is a filter of the {other}; add --phase {other}."
            raise typer.BadParameter(said, param_hint=option)


def _refuse_unless(sort: str, group: str | None, phase: str) -> None:
    """Raise a usage error where the rows of a phase have no such order or groups."""
    orders, groups = PHASES[phase]
    (other,) = PHASES.keys() - {phase}
    if sort not in orders:
        said = f"{sort} is an order of the {other}; add --phase {other}."
        raise typer.BadParameter(said, param_hint="--sort")
    if group and group not in groups:
        said = f"{group} is a group of the {other}; add --phase {other}."
        raise typer.BadParameter(said, param_hint="--group-by")


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
