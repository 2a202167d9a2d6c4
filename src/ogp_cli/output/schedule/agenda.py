"""The coordination meetings to come: a row for every slot, in the reader's language."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import fill, plain, translate
from ogp_cli.models.meeting import Slot
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan, Scheduled


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


def agenda(plan: Plan, language: Language) -> Agenda:
    """Return every slot of every schedule. Names are in `language` where they have it."""
    slots = sorted(plan.schedule(), key=lambda scheduled: scheduled.slot.at)
    words = _Words(plan, language)
    rows = tuple(words.row(scheduled) for scheduled in slots)
    return Agenda(plan, language, words.text(plan.info.title), rows)


class _Words:
    """Says what a slot holds, in a language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language

    def row(self, scheduled: Scheduled) -> Row:
        slot = scheduled.slot
        groups = [self._group(group) for group in slot.attendees]
        return Row(
            scheduled=scheduled,
            at=slot.at.replace(tzinfo=self.plan.zone),
            institutions=self.language.enumerate(self._institutions(slot.organizations)),
            numbers=self.language.enumerate(self._numbers(slot)),
            titles=tuple(map(self._named, slot.commitments)),
            invited=self.language.enumerate(groups),
            attendees=(self._heads(slot), *groups),
        )

    def text(self, text: Text) -> str:
        """Return a text; in the other direction, between marks that keep a list in its order."""
        run = translate(text, self.language.code, self.plan.info.language)
        return plain(fill(self.language.code, "{text}", text=(run,)))

    def _institutions(self, organizations: Iterable[str]) -> list[str]:
        known = self.plan.organizations
        return [self.text(known[each].name) if each in known else each for each in organizations]

    def _group(self, group: str) -> str:
        name = self.plan.info.groups.get(group)
        return self.text(name) if name else group

    def _numbers(self, slot: Slot) -> list[str]:
        return [self._number(commitment) for commitment in slot.commitments]

    def _number(self, commitment: str) -> str:
        """Return what people call a commitment: its number, or its id where it has none."""
        known = self.plan.commitments.get(commitment)
        return str(known.number) if known and known.number else commitment

    def _named(self, commitment: str) -> str:
        known = self.plan.commitments.get(commitment)
        number = self._number(commitment)
        return f"{number}. {self.text(known.title)}" if known and known.title else number

    def _heads(self, slot: Slot) -> str:
        known = (self.plan.commitments.get(commitment) for commitment in slot.commitments)
        genders = [each.head.gender if each and each.head else None for each in known]
        return self.language.heads(self._numbers(slot), genders)
