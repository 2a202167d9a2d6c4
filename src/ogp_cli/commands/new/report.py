"""`ogp new report`."""

from typing import Annotated

import typer

from ogp_cli.commands.book import load_plan
from ogp_cli.commands.choices import BidiMode
from ogp_cli.commands.completion import of_book, unreported
from ogp_cli.commands.options import Bidi, Lang, Root, asked
from ogp_cli.commands.writing import create


def report(
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="PERIOD",
            help="The half-year, by its last month, as in 2025-06. Without it, the first of "
            "plan.yaml that lacks a report.",
            autocompletion=of_book(unreported),
        ),
    ] = None,
    bidi: Bidi = BidiMode.AUTO,
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the file of a new half-year report.

    It has every commitment of the plan, with its milestones, for institutions to fill in. What is
    left empty is not reported yet.

    \b
    Examples:
      ogp new report
      ogp new report 2025-06
    """
    from ogp_cli.edit.new.report import new_report, next_period

    known = next_period(load_plan(root)) if period is None else period
    name = asked(known, "PERIOD", "Last month of the half-year")
    create(root, lambda plan: [new_report(plan, name)], lang, bidi)
