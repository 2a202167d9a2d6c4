"""`ogp status`."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import as_it_stood, load_plan
from ogp_cli.commands.one_of import one_of
from ogp_cli.commands.output import language
from ogp_cli.commands.rendering import format_of, put_content
from ogp_cli.ids import written
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Language
from ogp_cli.models.types import LABEL
from ogp_cli.plan import Plan, lookup
from ogp_cli.present.content.orders import PHASES
from ogp_cli.present.content.status import drafting, implementation
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import TABLES
from ogp_cli.process.fold import expected
from ogp_cli.process.query import Numbers, PlanQuery, Query
from ogp_cli.process.words import COMPLETION_WORDS, STATUS_WORDS, STEP_WORDS


class Filters(NamedTuple):
    """Which commitments are shown. The words of each option are checked here."""

    statuses: Sequence[str] | None
    leads: Sequence[str] | None
    numbers: str | None
    steps: Sequence[str] | None
    waiting: bool
    idle: int
    stuck: bool
    axes: Sequence[str] | None
    completions: Sequence[str] | None
    overdue: bool


class Rows(NamedTuple):
    """The phase whose rows are shown, None for that of the plan; their order and groups."""

    phase: str | None
    sort: str
    group: str | None


def run(
    root: Path | None, moment: str | None, asked: Filters, rows: Rows, options: OutputOptions
) -> None:
    """Print where each commitment stands. Raises a usage error for options of the other phase."""
    chosen = format_of(options, TABLES)
    spoken = language(options.lang)
    plan = as_it_stood(load_plan(root), moment)
    phase = rows.phase or ("implementation" if expected(plan).adoption else "drafting")
    _refuse_unless(rows, phase)
    shown = _implementation if phase == "implementation" else _drafting
    put_content(plan, shown(plan, spoken, asked, rows), chosen, options)


def _drafting(plan: Plan, spoken: Language, asked: Filters, rows: Rows) -> Table:
    of_plan = {"--axis": asked.axes, "--completion": asked.completions, "--overdue": asked.overdue}
    _refuse(of_plan, "implementation")
    query = Query(
        statuses=_words(asked.statuses, STATUS_WORDS, "--status"),
        leads=_leads(plan, asked),
        steps=_words(asked.steps, STEP_WORDS, "--step"),
        numbers=_numbers(asked.numbers),
        waiting=asked.waiting,
        idle=asked.idle,
        stuck=asked.stuck,
    )
    return drafting(plan, spoken, query, rows.sort, rows.group)


def _implementation(plan: Plan, spoken: Language, asked: Filters, rows: Rows) -> Table:
    of_drafting = {
        "--step": asked.steps,
        "--waiting": asked.waiting,
        "--idle": asked.idle,
        "--stuck": asked.stuck,
    }
    _refuse(of_drafting, "drafting")
    query = PlanQuery(
        statuses=_words(asked.statuses, STATUS_WORDS, "--status"),
        leads=_leads(plan, asked),
        numbers=_numbers(asked.numbers),
        axes=_words(asked.axes, plan.info.axes, "--axis"),
        completions=_words(asked.completions, COMPLETION_WORDS, "--completion"),
        overdue=asked.overdue,
    )
    return implementation(plan, spoken, query, rows.sort, rows.group)


def _words(given: Sequence[str] | None, known: Mapping[str, object], option: str) -> set[str]:
    return {one_of(each, known, option) for each in given or ()}


def _leads(plan: Plan, asked: Filters) -> set[str]:
    return {lookup.institution(plan, each) for each in asked.leads or ()}


def _refuse(options: Mapping[str, object], other: str) -> None:
    """Raise a usage error where an option that was given is only of the other phase."""
    for option, value in options.items():
        if value:
            said = _("this is for another phase; add --phase {other}.").format(other=other)
            raise typer.BadParameter(said, param_hint=option)


def _refuse_unless(rows: Rows, phase: str) -> None:
    """Raise a usage error where the rows of a phase have no such order or groups."""
    orders, groups = PHASES[phase]
    (other,) = PHASES.keys() - {phase}
    for option, word, known in (("--sort", rows.sort, orders), ("--group-by", rows.group, groups)):
        if word and word not in known:
            said = _("“{word}” is for another phase; add --phase {other}.").format(
                word=word, other=other
            )
            raise typer.BadParameter(said, param_hint=option)


def _numbers(text: str | None) -> Numbers:
    """Return the numbers and ranges in `1-9,2A,20-`. Raises a usage error if the text is wrong."""
    return tuple(map(_number, () if text is None else text.split(",")))


def _number(part: str) -> range | int | str:
    if re.fullmatch(LABEL, part.strip()):
        return written(part.strip())
    found = re.fullmatch(r"\s*(\d{0,9})\s*-\s*(\d{0,9})\s*", part)
    first, last = found.groups() if found else ("", "")
    start, end = int(first or 1), int(last or 10**9)
    if not (first or last) or end < start:
        said = _("“{part}” is not a range of numbers, as in 14, 2.1, 1-9 or 20-.").format(part=part)
        raise typer.BadParameter(said, param_hint="--number")
    return range(start, end + 1)
