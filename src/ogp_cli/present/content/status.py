"""The status of a plan: a row for each commitment, the balance, and what is stuck."""

from collections.abc import Iterable

from ogp_cli.lang import count
from ogp_cli.lang.language import Language
from ogp_cli.models.commitment import Commitment, Drafted, Status
from ogp_cli.plan import Plan
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
from ogp_cli.process.ledger import expected
from ogp_cli.process.query import Query
from ogp_cli.process.stuck import Blockage, blockage
from ogp_cli.process.vocabulary import ENDED, STATUSES, STEPS

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
}


def status(
    plan: Plan,
    language: Language,
    query: Query,
    *,
    sort: str = "number",
    group: str | None = None,
) -> Table:
    """Return the status of the commitments that match a query, with their balance.

    Rows are sorted and grouped by one of the words of `PHASES`.
    """
    say = Wording(plan, language)
    asked = [each for each in plan.drafted.values() if query.matches(plan, each)]
    rows = [_row(say, each) for each in asked]
    groups = arranged(rows, PHASES["drafting"].orders[sort], group)
    counted = balance(plan, asked if query != Query() else None)
    return Table(
        name="commitments",
        label=say.terminal.status,
        language=language,
        title=say.plan_title(),
        summary=(_balance(say, counted),),
        terms=tuple(
            Term(size, text, _TONES[outcome] if outcome else "alert")
            for outcome, size, text in say.terms(counted)
        ),
        alert=_stuck(say, asked),
        columns=_columns(say, rows),
        groups=groups,
        day=plan.day,
        facts=_facts(say, counted) | {"groups": group_facts(groups, group)},
    )


def _facts(say: Wording, counted: Balance) -> dict[str, object]:
    """Return the facts of the plan for programs; `unread` are files that could not be read."""
    info = say.plan.info
    return {
        "plan": {
            "title": say.alone(info.title),
            "country": info.country,
            "language": info.language,
            "time_zone": info.time_zone,
        },
        "as_of": say.plan.as_of and str(say.plan.as_of),
        "balance": counted.facts,
        "unread": sorted(say.plan.unread),
    }


def _columns(say: Wording, rows: Iterable[Row]) -> tuple[Column, ...]:
    """Return the columns. Programs get more of them; people get one that says what is stuck.

    People see the outcome only if it differs from the status, through a merge.
    """
    words = say.terminal
    through = any(row.cells["outcome"].text for row in rows)
    return (
        Column("id"),
        Column("number", words.number, "number", width=8),
        Column("title", words.title, width=60, min_width=26),
        Column("lead", words.lead, width=40, min_width=20, drop=2),
        Column("status", words.status, width=18, min_width=12),
        Column("outcome", words.outcome if through else "", width=18, min_width=12),
        Column("merged_into"),
        Column("steps"),
        Column("drafting", words.drafting, width=26, min_width=20, drop=1),
        Column("next_meeting", words.next_meeting, "moment", width=18),
        Column("stuck", words.stuck, width=26, alert="{text}"),
        Column("waiting"),
        Column("overdue"),
        Column("idle"),
    )


def _row(say: Wording, commitment: Drafted) -> Row:
    """Return a row; a commitment without a title shows its id, in parentheses."""
    said, plan, status = say.terminal, say.plan, commitment.status
    step, slot = last_step(commitment), plan.next_slot(commitment.id)
    title = say.alone(commitment.title) if commitment.title else None
    held, outcome = blockage(plan, commitment), _outcome(plan, commitment)
    cells = {
        "id": Cell("", commitment.id),
        "number": Cell(str(commitment.number or ""), commitment.number),
        "title": title_cell(title, commitment.id),
        "lead": name_cell(say.leads(commitment), commitment.lead),
        "status": Cell(said.statuses[status], status, _TONES[status], rank=STATUSES.index(status)),
        "outcome": Cell("" if outcome == status else said.statuses[outcome], outcome),
        "merged_into": Cell("", commitment.merged_into),
        "steps": Cell("", [entry.step for entry in commitment.history]),
        "drafting": Cell(
            said.steps[step] if step else "", step, rank=STEPS.index(step) if step else len(STEPS)
        ),
        "next_meeting": moment_cell(slot.at.replace(tzinfo=plan.zone) if slot else None),
        "stuck": Cell(_why(say, held) if held.is_stuck else "", held.is_stuck),
        "waiting": Cell("", held.waits),
        "overdue": Cell("", held.overdue),
        "idle": Cell("", held.idle, rank=-held.idle),
    }
    return Row(cells, ended=status in ENDED)


def _outcome(plan: Plan, commitment: Commitment) -> str:
    """Return the outcome of a commitment, through its merge or the adoption; else its status."""
    ledger = expected(plan)
    through = commitment.status == "merged" or ledger.closed
    return ledger.outcome(commitment.id) if through else commitment.status


def _why(say: Wording, why: Blockage) -> str:
    words = say.terminal
    if why.waits:
        return words.unscheduled
    return words.overdue if why.overdue else count(say.language, words.idle, why.idle)


def _balance(say: Wording, counted: Balance) -> str:
    """Return the balance, and how many files could not be read."""
    unread, sentence = len(say.plan.unread), say.balance(counted)
    if not unread:
        return sentence
    missing = count(say.language, say.terminal.unread, unread)
    return f"{sentence}{say.language.semicolon} {missing}"


def _stuck(say: Wording, asked: Iterable[Commitment]) -> str:
    """Return the number of stuck commitments, and the first ones by number."""
    found = [each.id for each in asked if blockage(say.plan, each).is_stuck]
    if not found:
        return ""
    words, left = say.terminal, len(found) - _FEW
    more = [count(say.language, words.more, left)] if left > 0 else []
    names = say.language.enumerate([*map(say.number, found[:_FEW]), *more])
    return count(say.language, words.stuck_are, len(found), numbers=names)
