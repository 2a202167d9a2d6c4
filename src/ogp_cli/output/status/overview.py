"""The plan at a glance: a row for every commitment, in the reader's language."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, get_args

from ogp_cli.lang import count
from ogp_cli.lang.language import Language
from ogp_cli.models.commitment import Commitment, Step
from ogp_cli.output.words import Words
from ogp_cli.plan import Plan
from ogp_cli.process.balance import balance
from ogp_cli.process.drafting import last_step
from ogp_cli.process.query import Query
from ogp_cli.process.stuck import Blockage as Halt
from ogp_cli.process.stuck import blockage as halt
from ogp_cli.screen import Screen

_FEW = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment: words for a person, and `next_meeting` in the plan's time zone.

    `stuck` says why it is, or nothing; `halt` is what that comes from.
    """

    commitment: Commitment
    number: str
    title: str
    lead: str
    status: str
    step: str | None
    drafting: str
    next_meeting: dt.datetime | None
    stuck: str
    halt: Halt


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with something in common, and its name; a single group without one has all rows."""

    key: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The plan, its balance and what is stuck as sentences, and its rows, group by group.

    `stuck` is empty where nothing is.
    """

    plan: Plan
    language: Language
    title: str
    balance: str
    stuck: str
    groups: tuple[Group, ...]
    screen: Screen

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def is_grouped(self) -> bool:
        """Whether the rows were asked for in groups."""
        return any(group.name for group in self.groups)


def overview(
    plan: Plan,
    language: Language,
    query: Query,
    screen: Screen,
    *,
    sort: str = "number",
    group: str | None = None,
) -> Overview:
    """Return a plan at a glance. Titles and names are in `language` where they have it.

    Rows are those of the commitments that `query` asks for, in the order of one of `ORDERS`, and in
    groups that have one of `GROUPS` in common; the balance, and what is stuck, are of them all.
    """
    words = Words(plan, language)
    asked = (each for each in plan.commitments.values() if query.asks_for(plan, each))
    # Two rows that are alike stay in the order of their numbers.
    rows = sorted((_row(words, each) for each in asked), key=ORDERS[sort])
    return Overview(
        plan=plan,
        language=language,
        title=words.title(),
        balance=_balance(words),
        stuck=_stuck(words),
        groups=_groups(rows, group),
        screen=screen,
    )


def _row(words: Words, commitment: Commitment) -> Row:
    terminal, plan = words.language.terminal, words.plan
    step, slot = last_step(commitment), plan.next_slot(commitment.id)
    held = halt(plan, commitment)
    return Row(
        commitment=commitment,
        number=str(commitment.number or ""),
        title=words.text(commitment.title) if commitment.title else "",
        lead=words.institution(commitment.lead) if commitment.lead else "",
        status=terminal.statuses[commitment.status],
        step=step,
        drafting=terminal.steps[step] if step else "",
        next_meeting=slot.at.replace(tzinfo=plan.zone) if slot else None,
        stuck=_why(words.language, held) if held.is_stuck else "",
        halt=held,
    )


def _why(language: Language, why: Halt) -> str:
    words = language.terminal
    if why.waits:
        return words.unscheduled
    return words.overdue if why.overdue else count(language, words.idle, why.idle)


def _balance(words: Words) -> str:
    """Return the balance, and how many files are missing in it."""
    language, unread = words.language, len(words.plan.unread)
    missing = count(language, language.terminal.unread, unread) if unread else ""
    said = words.balance(balance(words.plan))
    return f"{said}{language.semicolon} {missing}" if missing else said


def _stuck(words: Words) -> str:
    """Return how many commitments are stuck, and the first of them by number."""
    plan, language = words.plan, words.language
    found = [each.id for each in plan.commitments.values() if halt(plan, each).is_stuck]
    if not found:
        return ""
    left = len(found) - _FEW
    more = [count(language, language.terminal.more, left)] if left > 0 else []
    names = language.enumerate([*map(plan.called, found[:_FEW]), *more])
    return count(language, language.terminal.stuck_are, len(found), numbers=names)


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
    "title": lambda row: _alphabetical(row.title),
    "lead": lambda row: _alphabetical(row.lead),
    "status": lambda row: _STATUSES.index(row.commitment.status),
    "step": lambda row: _STEPS.index(row.step),
    "meeting": lambda row: row.next_meeting or _LATER,
    "idle": lambda row: -row.halt.idle,
}

# What `--group-by` puts together, in the order of `ORDERS`: its key and its name.
GROUPS: dict[str, tuple[Callable[[Row], str], Callable[[Row], str]]] = {
    "lead": (lambda row: row.commitment.lead or "", lambda row: row.lead or "—"),
    "status": (lambda row: row.commitment.status, lambda row: row.status),
}


def _groups(rows: list[Row], by: str | None) -> tuple[Group, ...]:
    if by is None:
        return (Group("", "", tuple(rows)),)
    key, name = GROUPS[by]
    together = sorted(rows, key=lambda row: (ORDERS[by](row), key(row)))
    groups = [list(each) for _, each in groupby(together, key)]
    return tuple(Group(key(each[0]), name(each[0]), tuple(each)) for each in groups)
