"""The status of a plan: a row for each commitment, the balance, and what is stuck."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from ogp_cli.lang import count
from ogp_cli.lang.language import Language
from ogp_cli.models.commitment import Commitment, Status
from ogp_cli.plan import Plan
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, Term, Tone, moment
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

    Rows are sorted by one of `ORDERS` and grouped by one of `GROUPS`.
    """
    say = Wording(plan, language)
    proposals = (each for each in plan.commitments.values() if not each.is_adopted)
    asked = [each for each in proposals if query.asks_for(plan, each)]
    # Equal rows stay in the order of their numbers.
    rows = sorted((_row(say, each) for each in asked), key=ORDERS[sort])
    groups = grouped(rows, group, ORDERS)
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
        facts=_facts(say, counted, groups if group else (), group),
    )


def _facts(
    say: Wording, counted: Balance, groups: Iterable[Group], by: str | None
) -> dict[str, object]:
    """Return the facts of the plan for programs.

    `unread` are the files that could not be read and are left out; `groups` are in the order of the
    rows.
    """
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
        "groups": [
            {"key": each.rows[0].cells[by or ""].fact, "count": len(each.rows)} for each in groups
        ],
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


def _row(say: Wording, commitment: Commitment) -> Row:
    """Return a row; a commitment without a title shows its id, in parentheses."""
    words, plan = say.terminal, say.plan
    step, slot = last_step(commitment), plan.next_slot(commitment.id)
    title = say.alone(commitment.title) if commitment.title else None
    lead = say.institution_name(commitment.lead) if commitment.lead else ""
    held, outcome = blockage(plan, commitment), _outcome(plan, commitment)
    cells = {
        "id": Cell("", commitment.id),
        "number": Cell(str(commitment.number or ""), commitment.number),
        "title": Cell(title or f"({commitment.id})", title),
        "lead": Cell(lead, commitment.lead),
        "status": Cell(
            words.statuses[commitment.status], commitment.status, _TONES[commitment.status]
        ),
        "outcome": Cell("" if outcome == commitment.status else words.statuses[outcome], outcome),
        "merged_into": Cell("", commitment.merged_into),
        "steps": Cell("", [entry.step for entry in commitment.history]),
        "drafting": Cell(words.steps[step] if step else "", step),
        "next_meeting": moment(slot.at.replace(tzinfo=plan.zone) if slot else None),
        "stuck": Cell(_why(say, held) if held.is_stuck else "", held.is_stuck),
        "waiting": Cell("", held.waits),
        "overdue": Cell("", held.overdue),
        "idle": Cell("", held.idle),
    }
    return Row(cells, ended=commitment.status in ENDED)


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
    names = say.language.enumerate([*map(say.plan.called, found[:_FEW]), *more])
    return count(say.language, words.stuck_are, len(found), numbers=names)


def alphabetical(text: str) -> tuple[bool, str]:
    """Return a sort key for a text: أ beside ا, é beside e; an empty text comes last."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return not text, "".join(each for each in letters if not unicodedata.combining(each))


_LATER = dt.datetime.max.replace(tzinfo=dt.UTC)

# What `--sort` sorts by.
ORDERS: dict[str, Callable[[Row], Any]] = {
    "number": lambda _: 0,  # as in the plan
    "title": lambda row: alphabetical((row.cells["title"].fact and row.cells["title"].text) or ""),
    "lead": lambda row: alphabetical(row.cells["lead"].text),
    "status": lambda row: STATUSES.index(row.cells["status"].fact),
    "step": lambda row: (*STEPS, None).index(row.cells["drafting"].fact),
    "meeting": lambda row: row.cells["next_meeting"].fact or _LATER,
    "idle": lambda row: -row.cells["idle"].fact,
}

# What `--group-by` groups by; the groups are sorted as in `ORDERS`.
GROUPS = ("lead", "status")


def grouped(
    rows: list[Row], by: str | None, orders: Mapping[str, Callable[[Row], Any]]
) -> tuple[Group, ...]:
    """Return rows in groups that have the same fact in a column, in one of the orders."""
    if by is None:
        return (Group(tuple(rows)),)

    def key(row: Row) -> str:
        return str(row.cells[by].fact or "")

    together = sorted(rows, key=lambda row: (orders[by](row), key(row)))
    groups = [tuple(each) for _, each in groupby(together, key)]
    return tuple(Group(each, each[0].cells[by].text or "—") for each in groups)
