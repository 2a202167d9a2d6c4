"""`ogp status`."""

from typing import Annotated

import typer

from ogp_cli.cli.choices import BidiMode, Grouping, Order, PhaseName, TableFormat
from ogp_cli.cli.completion import of_book, of_words
from ogp_cli.cli.options import FORMAT, AsOf, Bidi, Lang, Lead, Output, Root
from ogp_cli.commands.options import OutputOptions
from ogp_cli.lang import LANGUAGES

_BY_NUMBER = Order("number")

Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="Filter by status, as in standing. Repeatable.",
        autocompletion=of_words(lambda: LANGUAGES["en"].terminal.statuses),
    ),
]
Steps = Annotated[
    list[str] | None,
    typer.Option(
        "--step",
        metavar="STEP",
        help="Filter by a step that was reported. Repeatable.",
        autocompletion=of_words(lambda: LANGUAGES["en"].terminal.steps),
    ),
]
Numbers = Annotated[
    str | None,
    typer.Option(
        "--number",
        metavar="N-M,…",
        help="Filter by number, as in 1-9,14,20-; 2.1 and 2A go with 2 in a range.",
    ),
]
Waiting = Annotated[
    bool, typer.Option("--waiting", help="Show those that wait for a meeting and have no slot.")
]
Idle = Annotated[
    int,
    typer.Option(
        "--idle", metavar="N", min=0, help="Show those without news at the last N meetings."
    ),
]
Stuck = Annotated[
    bool,
    typer.Option(
        "--stuck",
        help="Show those that are stuck: no slot, or a slot that has passed, or long silence.",
    ),
]
Axes = Annotated[
    list[str] | None,
    typer.Option(
        "--axis",
        metavar="AXIS",
        help="Filter by an axis of the plan. Repeatable.",
        autocompletion=of_book("axes"),
    ),
]
Completions = Annotated[
    list[str] | None,
    typer.Option(
        "--completion",
        metavar="COMPLETION",
        help="Filter by the completion that was reported, as in limited. Repeatable.",
        autocompletion=of_words(lambda: LANGUAGES["en"].implementation.completions),
    ),
]
Overdue = Annotated[bool, typer.Option("--overdue", help="Show those with an overdue milestone.")]
Phase = Annotated[
    PhaseName | None,
    typer.Option("--phase", help="The phase to show. Without it, the one that the plan is in."),
]


def status(
    statuses: Statuses = None,
    lead: Lead = None,
    step: Steps = None,
    number: Numbers = None,
    waiting: Waiting = False,
    idle: Idle = 0,
    stuck: Stuck = False,
    axis: Axes = None,
    completed: Completions = None,
    overdue: Overdue = False,
    phase: Phase = None,
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
    from ogp_cli.commands.status import Filters, Rows, run

    asked = Filters(statuses, lead, number, step, waiting, idle, stuck, axis, completed, overdue)
    run(root, moment, asked, Rows(phase, sort, group), OutputOptions(form, output, bidi, lang))
