"""From a plan to where it stands: a row for every commitment, the balance, and what is stuck."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any, get_args

from ogp_cli.lang import count
from ogp_cli.lang.language import Language
from ogp_cli.models.commitment import ENDED, FATE_STEPS, Commitment, Step
from ogp_cli.plan import Balance, Plan
from ogp_cli.plan.balance import balance
from ogp_cli.plan.query import Query
from ogp_cli.plan.stuck import Halt, halt
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, moment
from ogp_cli.present.wording import Wording

_FEW = 10


def status(
    plan: Plan,
    language: Language,
    query: Query,
    *,
    sort: str = "number",
    group: str | None = None,
) -> Table:
    """Return where the commitments stand that a query asks for, with their balance.

    Rows are in the order of one of `ORDERS`, and in groups that have one of `GROUPS` in common.
    """
    say = Wording(plan, language)
    asked = [each for each in plan.commitments.values() if query.asks_for(plan, each)]
    # Two rows that are alike stay in the order of their numbers.
    rows = sorted((_row(say, each) for each in asked), key=ORDERS[sort])
    groups = _groups(rows, group)
    counted = balance(asked)
    last = plan.last_meeting.date if plan.last_meeting else None
    return Table(
        name="commitments",
        label=say.terminal.status,
        language=language,
        title=say.plan_title(),
        summary=(_balance(say, counted),),
        alert=_stuck(say, asked),
        columns=_columns(say),
        groups=groups,
        day=plan.moment or last,
        facts=_facts(say, counted, groups if group else (), group),
    )


def _facts(
    say: Wording, counted: Balance, groups: Iterable[Group], by: str | None
) -> dict[str, object]:
    """Return what programs are told of the plan.

    `unread` are the files that could not be read, and are left out; `groups` are those asked for,
    in the order of the rows.
    """
    info = say.plan.info
    return {
        "plan": {
            "title": say.alone(info.title),
            "country": info.country,
            "language": info.language,
            "time_zone": info.time_zone,
        },
        "as_of": say.plan.moment,
        "balance": asdict(counted),
        "unread": sorted(say.plan.unread),
        "groups": [
            {"key": each.rows[0].cells[by or ""].fact, "count": len(each.rows)} for each in groups
        ],
    }


def _columns(say: Wording) -> tuple[Column, ...]:
    """Return the columns. Programs are told more than people, who read why nothing moves in one."""
    words = say.terminal
    return (
        Column("id"),
        Column("number", words.number, "number", width=8),
        Column("title", words.title, width=60, least=26),
        Column("lead", words.lead, width=40, least=20, leaves=2),
        Column("status", words.status, width=18, least=12),
        Column("merged_into"),
        Column("steps"),
        Column("drafting", words.drafting, width=26, least=20, leaves=1),
        Column("next_meeting", words.next_meeting, "moment", width=18),
        Column("stuck", words.stuck, width=26, alert=True),
        Column("waiting"),
        Column("overdue"),
        Column("idle"),
    )


def _row(say: Wording, commitment: Commitment) -> Row:
    """Return a commitment; one without a title goes by its id, in parentheses."""
    words, plan = say.terminal, say.plan
    step, slot = last_step(commitment), plan.next_slot(commitment.id)
    title = say.alone(commitment.title) if commitment.title else None
    lead = say.institution_name(commitment.lead) if commitment.lead else ""
    held = halt(plan, commitment)
    cells = {
        "id": Cell("", commitment.id),
        "number": Cell(str(commitment.number or ""), commitment.number),
        "title": Cell(title or f"({commitment.id})", title),
        "lead": Cell(lead, commitment.lead),
        "status": Cell(words.statuses[commitment.status], commitment.status),
        "merged_into": Cell("", commitment.merged_into),
        "steps": Cell("", [entry.step for entry in commitment.history]),
        "drafting": Cell(words.steps[step] if step else "", step),
        "next_meeting": moment(slot.at.replace(tzinfo=plan.zone) if slot else None),
        "stuck": Cell(_why(say, held) if held.is_stuck else "", held.is_stuck),
        "waiting": Cell("", held.waits),
        "overdue": Cell("", held.overdue),
        "idle": Cell("", held.idle),
    }
    return Row(cells, quiet=commitment.status in ENDED)


def last_step(commitment: Commitment) -> str | None:
    """Return the step that says how far the drafting of a commitment is.

    The outcome has a column of its own. The text of a merged commitment is awaited only while the
    merge is proposed. A meeting to schedule counts only where nothing else was reported.
    """
    settled = set() if commitment.status == "merge-proposed" else {"merged-card-pending"}
    passed = FATE_STEPS | settled
    steps = [entry.step for entry in commitment.history if entry.step not in passed]
    done = [step for step in steps if step != "meeting-to-schedule"]
    return next(reversed(done or steps), None)


def _why(say: Wording, why: Halt) -> str:
    words = say.terminal
    if why.waits:
        return words.unscheduled
    return words.overdue if why.overdue else count(say.language, words.idle, why.idle)


def _balance(say: Wording, counted: Balance) -> str:
    """Return the balance, and how many files are missing in it."""
    unread, sentence = len(say.plan.unread), say.balance(counted)
    if not unread:
        return sentence
    missing = count(say.language, say.terminal.unread, unread)
    return f"{sentence}{say.language.semicolon} {missing}"


def _stuck(say: Wording, asked: Iterable[Commitment]) -> str:
    """Return how many commitments are stuck, and the first of them by number."""
    found = [each.id for each in asked if halt(say.plan, each).is_stuck]
    if not found:
        return ""
    words, left = say.terminal, len(found) - _FEW
    more = [count(say.language, words.more, left)] if left > 0 else []
    names = say.language.enumerate([*map(say.plan.called, found[:_FEW]), *more])
    return count(say.language, words.stuck_are, len(found), numbers=names)


def _alphabetical(text: str) -> tuple[bool, str]:
    """Return what sorts a text by its letters: أ beside ا, é beside e; an empty one is last."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return not text, "".join(each for each in letters if not unicodedata.combining(each))


_STATUSES = ("standing", "merge-proposed", "pending", "merged", "cancelled", "dropped")
_STEPS: Sequence[str | None] = (*get_args(Step), None)
_LATER = dt.datetime.max.replace(tzinfo=dt.UTC)

# What `--sort` puts in order.
ORDERS: dict[str, Callable[[Row], Any]] = {
    "number": lambda _: 0,  # as in the plan
    "title": lambda row: _alphabetical((row.cells["title"].fact and row.cells["title"].text) or ""),
    "lead": lambda row: _alphabetical(row.cells["lead"].text),
    "status": lambda row: _STATUSES.index(row.cells["status"].fact),
    "step": lambda row: _STEPS.index(row.cells["drafting"].fact),
    "meeting": lambda row: row.cells["next_meeting"].fact or _LATER,
    "idle": lambda row: -row.cells["idle"].fact,
}

# What `--group-by` puts together, in the order of `ORDERS`.
GROUPS = ("lead", "status")


def _groups(rows: list[Row], by: str | None) -> tuple[Group, ...]:
    if by is None:
        return (Group(tuple(rows)),)

    def key(row: Row) -> str:
        return str(row.cells[by].fact or "")

    together = sorted(rows, key=lambda row: (ORDERS[by](row), key(row)))
    groups = [tuple(each) for _, each in groupby(together, key)]
    return tuple(Group(each, each[0].cells[by].text or "—") for each in groups)
