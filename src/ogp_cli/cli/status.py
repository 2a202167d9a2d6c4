"""`ogp status`."""

from typing import Annotated, Any

import typer

from ogp_cli.cli.choices import choice, format_choice
from ogp_cli.cli.completion import Complete, of_book, of_words
from ogp_cli.cli.options import AsOf, Bidi, Lang, Lead, NoBookTemplates, Output, Root
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.present.content.orders import GROUPS, ORDERS, PHASES
from ogp_cli.present.formats import TABLES
from ogp_cli.process.words import COMPLETION_WORDS, STATUS_WORDS, STEP_WORDS

Words = list[str] | None


def _filter(metavar: str, text: str, known: Complete) -> Any:  # noqa: ANN401 - as typer's own
    """Return an option that may be given several times, each time with a word that is known."""
    # typer 0.27.0 would take the metavar for the name.
    return typer.Option(f"--{metavar.lower()}", metavar=metavar, help=text, autocompletion=known)


def _natural(word: str | int) -> int:
    """Return a number that was typed, or the default."""
    if not f"{word}".isdecimal():
        raise typer.BadParameter(_("“{text}” is not a number of meetings.").format(text=word))
    return int(word)


Status = _filter(
    "STATUS",
    N_("Only commitments of this status, as in standing. Repeatable."),
    of_words(STATUS_WORDS),
)
Step = _filter(
    "STEP", N_("Only commitments with this step of the drafting. Repeatable."), of_words(STEP_WORDS)
)
Axis = _filter("AXIS", N_("Only commitments of this axis. Repeatable."), of_book("axes"))
Completion = _filter(
    "COMPLETION",
    N_("Only commitments reported as this complete, as in limited. Repeatable."),
    of_words(COMPLETION_WORDS),
)
Number = typer.Option(
    metavar="NUMBERS",
    help=N_("Only these numbers, as in 1-9,14,20-; 2.1 and 2A go with 2 in a range."),
)
Waiting = typer.Option(
    "--waiting", help=N_("Only commitments waiting for a meeting that nobody has scheduled.")
)
Idle = typer.Option(
    metavar="N",
    parser=_natural,
    show_default=False,
    help=N_("Only commitments without news at the last N meetings."),
)
Overdue = typer.Option("--overdue", help=N_("Only commitments with an overdue milestone."))
Phase = choice(PHASES, help=N_("Phase to show (default: the plan's current phase)."))
Stuck = typer.Option(
    "--stuck",
    help=N_("Only stuck commitments: unscheduled, overdue, or without news for two meetings."),
)
Sort = choice(ORDERS, help=N_("Sort rows by this column."))
Group = choice(GROUPS, help=N_("Group rows by this column."))


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
    phase: Annotated[str | None, Phase] = None,
    sort: Annotated[str, Sort] = "number",
    group_by: Annotated[str | None, Group] = None,
    form: Annotated[str | None, format_choice(TABLES)] = None,
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
    terminal shortens long texts; pipes, files and other formats have them in full.

    \b
    Examples:
      ogp status --stuck
      ogp status --phase implementation --overdue
      ogp status --group-by lead --output status.xlsx
    """
    from ogp_cli.commands.status import Filters, Rows, run

    asked = Filters(status, lead, number, step, waiting, idle, stuck, axis, completion, overdue)
    options = OutputOptions(form, output, bidi, lang, not no_book_templates)
    run(root, as_of, asked, Rows(phase, sort, group_by), options)
