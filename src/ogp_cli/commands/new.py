"""`ogp new`: a function for each kind of record."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import typer

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import load_plan
from ogp_cli.commands.values import asked, day_of
from ogp_cli.commands.writing import create
from ogp_cli.edit.change import Change
from ogp_cli.edit.new import commitment, meeting, report
from ogp_cli.lang.interface import _
from ogp_cli.models.types import label_of
from ogp_cli.plan import Plan

_DAY = len("2024-03-21")


def new_meeting(root: Path | None, date: str | None, kind: str, options: OutputOptions) -> None:
    """Write the file of a new meeting. Raises a usage error if no meeting can have that name."""
    name = date
    if not name:
        today = dt.datetime.now(load_plan(root).zone).date()
        name = asked(None, "DATE", _("Day of the meeting"), f"{today}")
    day = day_of(name[:_DAY], "DATE")
    if name != f"{day}" and not name.startswith(f"{day}-"):
        raise typer.BadParameter(
            _("“{name}” is not the name of a meeting.").format(name=name), param_hint="DATE"
        )
    create(root, lambda plan: [meeting.new_meeting(plan, name, day, kind)], options)


class ProposalOptions(NamedTuple):
    """What is known of a proposal."""

    number: str | None
    title: str | None
    lead: str | None
    proposed: str | None


def new_commitment(root: Path | None, given: ProposalOptions, options: OutputOptions) -> None:
    """Write the file of a new proposal; count it in plan.yaml."""
    title = asked(given.title, "--title", _("Title"))
    day = day_of(given.proposed, "--proposed") if given.proposed else None
    stated = label_of(given.number) if given.number else None
    if given.number and stated is None:
        said = _("“{number}” is not a number, as in 5, 2.1 or 2A.").format(number=given.number)
        raise typer.BadParameter(said, param_hint="NUMBER")

    def made(plan: Plan) -> list[Change]:
        number = stated or commitment.next_number(plan)
        return commitment.new_commitment(plan, number, title, given.lead, day)

    create(root, made, options)


def new_report(root: Path | None, period: str | None, options: OutputOptions) -> None:
    """Write the file of a new half-year report: of a period, or of the first that lacks one."""
    known = report.next_period(load_plan(root)) if period is None else period
    name = asked(known, "PERIOD", _("Last month of the half-year"))
    create(root, lambda plan: [report.new_report(plan, name)], options)
