"""`ogp status`."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from ogp_cli.cli.choices import Grouping, Order, TableFormat
from ogp_cli.cli.completion import Complete, of_book, of_words
from ogp_cli.cli.options import FORMAT, AsOf, Bidi, Lang, Lead, NoBookTemplates, Output, Root
from ogp_cli.commands import OutputOptions
from ogp_cli.present.content.orders import PhaseName

_BY_NUMBER = Order("number")
Words = list[str] | None


def _filter(metavar: str, by: str, known: Complete) -> Any:  # noqa: ANN401 - as typer's own
    """Return an option that may be given several times, each time with a word that is known."""
    return typer.Option(metavar=metavar, help=f"Filter by {by}. Repeatable.", autocompletion=known)


def _statuses() -> Iterable[str]:
    from ogp_cli.process.words import STATUS_WORDS

    return STATUS_WORDS


def _steps() -> Iterable[str]:
    from ogp_cli.process.words import STEP_WORDS

    return STEP_WORDS


def _completions() -> Iterable[str]:
    from ogp_cli.process.words import COMPLETION_WORDS

    return COMPLETION_WORDS


Status = _filter("STATUS", "status, as in standing", of_words(_statuses))
Step = _filter("STEP", "a step that was reported", of_words(_steps))
Axis = _filter("AXIS", "an axis of the plan", of_book("axes"))
Completion = _filter(
    "COMPLETION",
    "the completion that was reported, as in limited",
    of_words(_completions),
)
Number = typer.Option(
    metavar="N-M,…", help="Filter by number, as in 1-9,14,20-; 2.1 and 2A go with 2 in a range."
)
Waiting = typer.Option("--waiting", help="Show those that wait for a meeting and have no slot.")
Idle = typer.Option(metavar="N", min=0, help="Show those without news at the last N meetings.")
Overdue = typer.Option("--overdue", help="Show those with an overdue milestone.")
Phase = typer.Option(help="The phase to show. Without it, the one that the plan is in.")
Stuck = typer.Option(
    "--stuck",
    help="Show those that are stuck: no slot, or a slot that has passed, or long silence.",
)


def status(
    status: Annotated[Words, Status] = None,
    lead: Lead = None,
    step: Annotated[Words, Step] = None,
    number: Annotated[str | None, Number] = None,
    waiting: Annotated[bool, Waiting] = False,
    idle: Annotated[int, Idle] = 0,
    stuck: Annotated[bool, Stuck] = False,
    axis: Annotated[Words, Axis] = None,
    completion: Annotated[Words, Completion] = None,
    overdue: Annotated[bool, Overdue] = False,
    phase: Annotated[PhaseName | None, Phase] = None,
    sort: Annotated[Order, typer.Option(help="Sort by.")] = _BY_NUMBER,
    group_by: Annotated[Grouping | None, typer.Option(help="Group by.")] = None,
    form: Annotated[TableFormat | None, FORMAT] = None,
    output: Output = None,
    no_book_templates: NoBookTemplates = False,
    as_of: AsOf = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Show where each commitment stands, and what is stuck.

    Before the plan is adopted, it shows the proposals and the progress of their drafting.
    Afterwards, it shows the commitments of the plan: the reported completion, and the milestones.
    The first lines are the balance: every proposal has one outcome, and the outcomes add up. A
    terminal cuts long texts; a pipe, a file and every other format have them whole.

    \b
    Examples:
      ogp status --stuck
      ogp status --lead justice --as-of 2024-03-21
      ogp status --phase implementation --overdue
      ogp status --group-by lead --output status.xlsx
    """
    from ogp_cli.commands.status import Filters, Rows, run

    asked = Filters(status, lead, number, step, waiting, idle, stuck, axis, completion, overdue)
    run(
        root,
        as_of,
        asked,
        Rows(phase, sort, group_by),
        OutputOptions(form, output, bidi, lang, not no_book_templates),
    )
