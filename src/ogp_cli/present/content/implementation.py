"""The status of a plan that was adopted: a row for each commitment, and what is overdue."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, get_args

from ogp_cli.lang import count
from ogp_cli.lang.language import Language
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.partial_date import last_day
from ogp_cli.plan import Plan
from ogp_cli.present.content.orders import PHASES
from ogp_cli.present.content.table import (
    Cell,
    Column,
    Row,
    Table,
    Tone,
    arranged,
    group_facts,
    name_cell,
    title_cell,
)
from ogp_cli.present.wording import Wording
from ogp_cli.process.balance import balance
from ogp_cli.process.implementation import Progress, progress
from ogp_cli.process.query import PlanQuery

COMPLETIONS: tuple[str, ...] = get_args(Completion)
_TONES: dict[str | None, Tone] = {
    "not-started": "alert",
    "limited": "open",
    "substantial": "settled",
    "complete": "good",
}


class _Asked(NamedTuple):
    commitment: Adopted
    progress: Progress


def implementation(
    plan: Plan,
    language: Language,
    query: PlanQuery,
    *,
    sort: str = "number",
    group: str | None = None,
) -> Table:
    """Return the commitments of the plan that match a query, as their institutions report them.

    Rows are sorted and grouped by one of the words of `PHASES`. Overdue means: due before
    `plan.day`.
    """
    say = Wording(plan, language)
    known = (_Asked(each, progress(plan, each)) for each in plan.adopted.values())
    asked = [each for each in known if query.matches(plan, each.commitment, each.progress)]
    rows = [_row(say, each) for each in asked]
    groups = arranged(rows, PHASES["implementation"].orders[sort], group)
    counted, is_whole = balance(plan), query == PlanQuery()
    return Table(
        name="commitments",
        label=say.terminal.status,
        language=language,
        title=say.plan_title(),
        summary=(*([say.balance(counted)] if is_whole else []), _by_completion(say, asked)),
        alert=_overdue(say, asked),
        columns=_columns(say, asked),
        groups=groups,
        day=plan.day,
        facts={
            "phase": "implementation",
            "as_of": plan.as_of and str(plan.as_of),
            "day": plan.day,
            "balance": counted.facts,
            "unread": sorted(plan.unread),
            "groups": group_facts(groups, group),
        },
    )


def _columns(say: Wording, asked: Iterable[_Asked]) -> tuple[Column, ...]:
    """Return the columns. People see the status only if a commitment was withdrawn."""
    words = say.language.implementation
    withdrawn = any(each.commitment.status == "withdrawn" for each in asked)
    return (
        Column("id", say.terminal.number, width=6),
        Column("number"),
        Column("title", say.terminal.title, width=60, min_width=26),
        Column("lead", say.terminal.lead, width=40, min_width=20, drop=2),
        Column("supporting"),
        Column("axis", say.card_label("axis"), width=20, min_width=10, drop=3),
        Column("status", say.terminal.status if withdrawn else "", width=12),
        Column("completion", words.completion, width=20, min_width=12),
        Column("period"),
        Column("milestones_done", words.done, width=10, min_width=8, drop=1),
        Column("milestones"),
        Column("next_due", words.next_due, width=14, min_width=12),
        Column("next_milestone"),
        Column("overdue", words.overdue, width=16, alert=f"{words.overdue}: {{text}}"),
        Column("adopted_from"),
        Column("ogp"),
    )


def _row(say: Wording, asked: _Asked) -> Row:
    commitment, known = asked
    following = known.next
    due = following.date if following else None
    title = say.alone(commitment.title) if commitment.title else None
    done = f"{known.done}/{known.all_}" if known.all_ else ""
    overdue = [each.milestone.id for each in known.overdue]
    cells = {
        "id": Cell(commitment.id, commitment.id),
        "number": Cell("", commitment.number),
        "title": title_cell(title, commitment.id),
        "lead": name_cell(say.leads(commitment), commitment.lead),
        "supporting": Cell("", commitment.supporting),
        "axis": name_cell(say.axis(commitment.axis) if commitment.axis else "", commitment.axis),
        "status": Cell(
            say.terminal.statuses[commitment.status], commitment.status, rank=commitment.status
        ),
        "completion": _completion(say, known),
        "period": Cell("", known.period),
        "milestones_done": Cell(done, known.done),
        "milestones": Cell("", known.all_),
        "next_due": Cell(
            f"{say.short_date(following.date)} ({following.milestone.id})" if following else "",
            due,
            rank=last_day(due) if due else dt.date.max,
        ),
        "next_milestone": Cell("", following.milestone.id if following else None),
        "overdue": Cell(", ".join(overdue), overdue),
        "adopted_from": Cell("", commitment.adopted_from),
        "ogp": Cell("", commitment.ogp),
    }
    return Row(cells, ended=commitment.status == "withdrawn")


def _completion(say: Wording, known: Progress) -> Cell:
    """Return what was reported, with the half-year of the report."""
    words = say.language.implementation
    if known.completion is None:
        return Cell("", None, rank=-1)
    said = f"{words.completions[known.completion]} ({say.code(known.period)})"
    rank = COMPLETIONS.index(known.completion)
    return Cell(said, known.completion, _TONES[known.completion], rank)


def _by_completion(say: Wording, asked: Iterable[_Asked]) -> str:
    """Return how many commitments are reported as what, in one sentence."""
    words = say.language.implementation
    living = [each for each in asked if each.commitment.status == "adopted"]
    counted = Counter(each.progress.completion for each in living)
    terms = [
        f"{words.completions[each] if each else words.unreported} ({counted[each]})"
        for each in (*reversed(get_args(Completion)), None)
        if counted[each]
    ]
    said = say.language.enumerate(terms) if terms else "—"
    return say.after_label(words.completion, said)


def _overdue(say: Wording, asked: Iterable[_Asked]) -> str:
    """Return the milestones whose day has passed, by the book's own day."""
    names = [
        f"{due.commitment.id} {due.milestone.id}" for each in asked for due in each.progress.overdue
    ]
    if not names or say.plan.day is None:
        return ""
    day = say.code(say.plan.day)
    return count(
        say.language,
        say.language.implementation.overdue_are,
        len(names),
        names=say.language.enumerate([say.code(each) for each in names]),
        day=day,
    )
