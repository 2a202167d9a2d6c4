"""The coordination meetings to come: a row for every slot, in the reader's language."""

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass

from ogp_cli.lang.language import Language
from ogp_cli.models.meeting import Slot
from ogp_cli.output.words import Words
from ogp_cli.plan import Plan, Scheduled
from ogp_cli.screen import Screen


@dataclass(frozen=True, slots=True)
class Row:
    """A slot: words for a person, and `at` in the plan's time zone.

    `invited` are the groups; `attendees` the heads of the projects too, as in the minutes.
    """

    scheduled: Scheduled
    at: dt.datetime
    institutions: str
    numbers: str
    titles: tuple[str, ...]
    invited: str
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan, and its rows in order of time."""

    plan: Plan
    language: Language
    title: str
    rows: tuple[Row, ...]
    screen: Screen


def agenda(plan: Plan, language: Language, screen: Screen, leads: Set[str] = frozenset()) -> Agenda:
    """Return every slot of every schedule, or those of some institutions and of their kin.

    Names are in `language` where they have it.
    """
    words = Words(plan, language)
    slots = sorted(plan.index.slots, key=lambda scheduled: scheduled.slot.at)
    rows = tuple(_row(words, each) for each in slots if not leads or _is_of(plan, each, leads))
    return Agenda(plan, language, words.text(plan.info.title), rows, screen)


def _is_of(plan: Plan, scheduled: Scheduled, leads: Set[str]) -> bool:
    return any(
        plan.institutions.related(lead, each)
        for lead in leads
        for each in scheduled.slot.organizations
    )


def _row(words: Words, scheduled: Scheduled) -> Row:
    slot = scheduled.slot
    groups = list(map(words.group, slot.attendees))
    return Row(
        scheduled=scheduled,
        at=slot.at.replace(tzinfo=words.plan.zone),
        institutions=words.institutions(slot.organizations),
        numbers=words.numbers(slot.commitments),
        titles=tuple(map(words.named, slot.commitments)),
        invited=words.language.enumerate(groups),
        attendees=(_heads(words, slot), *groups),
    )


def _heads(words: Words, slot: Slot) -> str:
    known = (words.plan.commitments.get(commitment) for commitment in slot.commitments)
    genders = [each.head.gender if each and each.head else None for each in known]
    return words.language.heads(list(map(words.plan.called, slot.commitments)), genders)
