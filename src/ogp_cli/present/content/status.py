"""The status of a plan: a row for each commitment, and what is stuck or overdue.

Before the plan is adopted, the rows are the proposals, and their balance adds up. Afterwards they
are the commitments of the plan, as their institutions report them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import get_args

from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.language import Language
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted, Commitment, Drafted, Status
from ogp_cli.models.history import Step
from ogp_cli.models.partial_date import last_day
from ogp_cli.plan import Plan
from ogp_cli.present.balance import balance_in_words, terms
from ogp_cli.present.content.orders import PHASES
from ogp_cli.present.content.table import (
    Cell,
    Column,
    Row,
    Table,
    Term,
    Tone,
    arranged,
    group_facts,
    moment_cell,
    name_cell,
    title_cell,
)
from ogp_cli.present.wording import Wording
from ogp_cli.process.balance import Balance, balance
from ogp_cli.process.drafting import last_step
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import Progress, progress
from ogp_cli.process.query import PlanQuery, Query
from ogp_cli.process.stuck import Blockage, blockage
from ogp_cli.process.vocabulary import ENDED, STATUSES, STEPS
from ogp_cli.process.words import COMPLETION_WORDS, STATUS_WORDS, STEP_WORDS

_FEW = 10
_TONES: dict[Status, Tone] = {
    "standing": "good",
    "merge-proposed": "open",
    "pending": "open",
    "merged": "settled",
    "cancelled": "ended",
    "dropped": "ended",
    "adopted": "good",
    "not-adopted": "ended",
    "withdrawn": "ended",
    "replaced": "settled",
}
_COMPLETION_TONES: dict[Completion, Tone] = {
    "not-started": "alert",
    "limited": "open",
    "substantial": "settled",
    "complete": "good",
}
_Asked = tuple[Adopted, Progress]


def drafting(plan: Plan, language: Language, query: Query, sort: str, group: str | None) -> Table:
    """Return the status of the proposals that match a query, with their balance.

    Rows are sorted and grouped by one of the words of `PHASES`.
    """
    say, info = Wording(plan, language), plan.info
    asked = [each for each in plan.drafted.values() if query.matches(plan, each)]
    rows = [_row(say, each) for each in asked]
    counted = balance(plan, asked if query != Query() else None)
    about = {
        "title": say.alone(info.title),
        "country": info.country,
        "language": info.language,
        "time_zone": info.time_zone,
    }
    facts = {"plan": about, "as_of": plan.as_of and str(plan.as_of)}
    return replace(
        _table(say, rows, (PHASES["drafting"].orders[sort], group), counted, facts),
        summary=(_balance(say, counted),),
        terms=tuple(
            Term(size, text, _TONES[outcome] if outcome else "alert")
            for outcome, size, text in terms(say, counted)
        ),
        alert=_stuck(say, asked),
        columns=_columns(say, rows),
    )


def implementation(
    plan: Plan, language: Language, query: PlanQuery, sort: str, group: str | None
) -> Table:
    """Return the commitments of the plan that match a query, as their institutions report them.

    Rows are sorted and grouped by one of the words of `PHASES`. Overdue means: due before
    `plan.day`.
    """
    say = Wording(plan, language)
    known = ((each, progress(plan, each)) for each in plan.adopted.values())
    asked = [each for each in known if query.matches(plan, *each)]
    rows = [_reported(say, *each) for each in asked]
    counted, is_whole = balance(plan), query == PlanQuery()
    facts = {"phase": "implementation", "as_of": plan.as_of and str(plan.as_of), "day": plan.day}
    return replace(
        _table(say, rows, (PHASES["implementation"].orders[sort], group), counted, facts),
        summary=(
            *([balance_in_words(say, counted)] if is_whole else []),
            _by_completion(say, asked),
        ),
        alert=_overdue(say, asked),
        columns=_reported_columns(say, asked),
    )


def _table(
    say: Wording,
    rows: Iterable[Row],
    by: tuple[str, str | None],
    counted: Balance,
    facts: Mapping[str, object],
) -> Table:
    """Return what both tables have in common: rows in the order of a column, grouped by another."""
    plan, (sort, group) = say.plan, by
    groups = arranged(rows, sort, group)
    common = {
        "balance": counted.facts,
        "unread": sorted(plan.unread),  # files that could not be read
        "groups": group_facts(groups, group),
    }
    return Table(
        name="commitments",
        label=say.t("Status"),
        language=say.language,
        title=say.plan_title(),
        summary=(),
        columns=(),
        groups=groups,
        day=plan.day,
        facts={**facts, **common},
    )


def _names(say: Wording, commitment: Commitment) -> dict[str, Cell]:
    title = say.alone(commitment.title) if commitment.title else None
    return {
        "title": title_cell(title, commitment.id),
        "lead": name_cell(say.leads(commitment), commitment.lead),
    }


def _columns(say: Wording, rows: Iterable[Row]) -> tuple[Column, ...]:
    """Return the columns. Programs get more of them; people get one that says what is stuck.

    People see the outcome only if it differs from the status, through a merge.
    """
    through = any(row.cells["outcome"].text for row in rows)
    return (
        Column("id"),
        Column("number", say.t("No."), "number", width=8),
        Column("title", say.t("Title"), width=60, min_width=26),
        Column("lead", say.t("Lead"), width=40, min_width=20, drop=2),
        Column("status", say.t("Status"), width=18, min_width=12),
        Column("outcome", say.t("Outcome") if through else "", width=18, min_width=12),
        Column("merged_into"),
        Column("steps"),
        Column("drafting", say.t("Drafting"), width=26, min_width=20, drop=1),
        Column("next_meeting", say.t("Next meeting"), "moment", width=18),
        Column("stuck", say.t("Stuck"), width=26, alert="{text}"),
        Column("waiting"),
        Column("overdue"),
        Column("idle"),
    )


def _row(say: Wording, commitment: Drafted) -> Row:
    plan, status = say.plan, commitment.status
    step, slot = last_step(plan, commitment), plan.next_slot(commitment.id)
    held, outcome = blockage(plan, commitment), outcome_of(plan, commitment)
    cells = {
        "id": Cell("", commitment.id),
        "number": Cell(str(commitment.number or ""), commitment.number),
        **_names(say, commitment),
        "status": _status(say, status),
        "outcome": Cell("" if outcome == status else say.t(STATUS_WORDS[outcome]), outcome),
        "merged_into": Cell("", commitment.merged_into),
        "steps": Cell("", [line.step for line in expected(plan).story(commitment.id)]),
        "drafting": _drafting(say, step),
        "next_meeting": moment_cell(slot.at.replace(tzinfo=plan.zone) if slot else None),
        "stuck": Cell(_why(say, held) if held.is_stuck else "", held.is_stuck),
        "waiting": Cell("", held.waits),
        "overdue": Cell("", held.overdue),
        "idle": Cell("", held.idle, rank=-held.idle),
    }
    return Row(cells, ended=status in ENDED)


def _status(say: Wording, status: Status) -> Cell:
    word = say.t(STATUS_WORDS[status])
    return Cell(word, status, _TONES[status], rank=STATUSES.index(status))


def _drafting(say: Wording, step: Step | None) -> Cell:
    """Return the last step of the drafting; commitments without one come last."""
    if step is None:
        return Cell("", rank=len(STEPS))
    return Cell(say.t(STEP_WORDS[step]), step, rank=STEPS.index(step))


def outcome_of(plan: Plan, commitment: Commitment) -> str:
    """Return the outcome of a commitment, through its merge or the adoption; else its status."""
    ledger = expected(plan)
    through = commitment.status == "merged" or ledger.adoption
    return ledger.outcome(commitment.id) if through else commitment.status


def _why(say: Wording, why: Blockage) -> str:
    if why.waits:
        return say.t("not scheduled")
    if why.overdue:
        return say.t("date passed")
    return say.plural("nothing for {n} meeting", "nothing for {n} meetings", why.idle)


def _balance(say: Wording, counted: Balance) -> str:
    """Return the balance, and how many files could not be read."""
    unread, sentence = len(say.plan.unread), balance_in_words(say, counted)
    if not unread:
        return sentence
    missing = say.plural("{n} file could not be read", "{n} files could not be read", unread)
    return f"{sentence}{say.language.semicolon} {missing}"


def _stuck(say: Wording, asked: Iterable[Commitment]) -> str:
    """Return the number of stuck commitments, and the first ones by number."""
    found = [each.id for each in asked if blockage(say.plan, each).is_stuck]
    if not found:
        return ""
    left = len(found) - _FEW
    more = [say.plural("{n} more", "{n} more", left)] if left > 0 else []
    names = say.language.enumerate([*map(say.number, found[:_FEW]), *more])
    return say.plural(
        "{n} commitment is stuck: {numbers}",
        "{n} commitments are stuck: {numbers}",
        len(found),
        numbers=names,
    )


def _reported_columns(say: Wording, asked: Iterable[_Asked]) -> tuple[Column, ...]:
    """Return the columns. People see those of what is rare only if a commitment has it."""
    overdue = say.t("Overdue")
    withdrawn = any(commitment.status == "withdrawn" for commitment, _ in asked)
    is_stated = any(known.stated for _, known in asked)
    stated = say.t("Stated by the institution") if is_stated else ""
    return (
        Column("id", say.t("No."), width=6),
        Column("number"),
        Column("title", say.t("Title"), width=60, min_width=26),
        Column("lead", say.t("Lead"), width=40, min_width=20, drop=2),
        Column("supporting"),
        Column("axis", say.card_label("axis"), width=20, min_width=10, drop=3),
        Column("status", say.t("Status") if withdrawn else "", width=12),
        Column("completion", say.t("Reported completion"), width=20, min_width=12),
        Column("period"),
        Column("stated", stated, width=20, min_width=10, drop=2),
        Column("milestones_done", say.t("Milestones complete"), width=10, min_width=8, drop=1),
        Column("milestones"),
        Column("next_due", say.t("Next due"), width=14, min_width=12),
        Column("next_milestone"),
        Column("overdue", overdue, width=16, alert=say.after_label(overdue, "{text}")),
        Column("adopted_from"),
        Column("ogp"),
    )


def _reported(say: Wording, commitment: Adopted, known: Progress) -> Row:
    status, following = commitment.status, known.next
    due = following.date if following else None
    done = f"{known.done}/{known.all_}" if known.all_ else ""
    overdue = [each.milestone.id for each in known.overdue]
    cells = {
        "id": Cell(commitment.id, commitment.id),
        "number": Cell("", commitment.number),
        **_names(say, commitment),
        "supporting": Cell("", commitment.supporting),
        "axis": name_cell(say.axis(commitment.axis) if commitment.axis else "", commitment.axis),
        "status": Cell(say.t(STATUS_WORDS[status]), status, rank=status),
        "completion": _completion(say, known),
        "period": Cell("", known.period),
        "stated": Cell(say.alone(known.stated) if known.stated else "", known.stated),
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
    return Row(cells, ended=status == "withdrawn")


def _completion(say: Wording, known: Progress) -> Cell:
    """Return what was reported, with the half-year of the report."""
    if known.completion is None:
        return Cell("", None, rank=-1)
    said = f"{say.t(COMPLETION_WORDS[known.completion])} ({say.code(known.period)})"
    rank = get_args(Completion).index(known.completion)
    return Cell(said, known.completion, _COMPLETION_TONES[known.completion], rank)


def _by_completion(say: Wording, asked: Iterable[_Asked]) -> str:
    """Return how many commitments are reported as what, in one sentence."""
    living = [known for commitment, known in asked if commitment.status == "adopted"]
    counted = Counter(each.completion for each in living)
    terms = [
        f"{say.t(COMPLETION_WORDS[each] if each else N_('not reported'))} ({counted[each]})"
        for each in (*reversed(get_args(Completion)), None)
        if counted[each]
    ]
    said = say.language.enumerate(terms) if terms else "—"
    return say.after_label(say.t("Reported completion"), said)


def _overdue(say: Wording, asked: Iterable[_Asked]) -> str:
    """Return the milestones whose day has passed, by the book's own day."""
    overdue = (due for _, known in asked for due in known.overdue)
    names = [say.code(f"{due.commitment.id} {due.milestone.id}") for due in overdue]
    if not names or say.plan.day is None:
        return ""
    return say.plural(
        "On {day}, {n} milestone is overdue: {names}",
        "On {day}, {n} milestones are overdue: {names}",
        len(names),
        names=say.language.enumerate(names),
        day=say.code(say.plan.day),
    )
