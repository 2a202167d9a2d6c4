"""The files of a made-up book, as YAML."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from made_up.words import REASON, words

_NOTED = 0.4  # how often a step of the drafting has a note


@dataclass
class Commitment:
    """A file of `data/commitments`; `became` and `card` are lines of it."""

    name: str
    title: str
    lead: str
    number: int | None = None
    status: str = "standing"
    became: str = ""
    card: str = ""
    history: list[str] = field(default_factory=list)

    def step(self, chance: random.Random, day: dt.date, step: str) -> None:
        """Add a step of the drafting to the history."""
        said = f"  note: {words(chance, 8, 20)}\n" if chance.random() < _NOTED else ""
        self.history.append(f"- meeting: '{day}'\n  step: {step}\n{said}")

    def end(self, day: dt.date, step: str, *, reason: bool = False) -> None:
        """Add the decision that ends it, after which its status is called."""
        said = f"  reason: {REASON}\n" if reason else ""
        self.history.append(f"- meeting: '{day}'\n  step: {step}\n{said}")
        self.status = step

    def text(self) -> Iterator[str]:
        """Yield the file."""
        if self.number:
            yield f"number: {self.number}\n"
        yield f"title: {self.title}\nlead: {self.lead}\n{self.card}"
        yield f"status: {self.status}\n{self.became}"
        if self.history:
            yield "history:\n"
        yield from self.history


@dataclass
class Meeting:
    """A file of `data/meetings`: its decisions, and the commitments that wait, by institution."""

    day: dt.date
    kind: str = "steering-committee"
    decisions: list[str] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    waiting: dict[str, list[int]] = field(default_factory=dict)
    institutions: list[str] = field(default_factory=list)
    presented: str = ""

    def text(self, chance: random.Random) -> Iterator[str]:
        """Yield the file."""
        yield f"date: {self.day}\nkind: {self.kind}\nparticipants:\n"
        for number, lead in enumerate(self.institutions):
            gender = "fm"[number % 2]
            yield f"- {{name: Person {number}, gender: {gender}, organization: {lead}}}\n"
        yield f"agreed:\n- {words(chance, 20, 40)}\n{self.presented}"
        if self.cancelled:
            self.decisions.append(f"- cancel: {self.cancelled}\n  reason: {REASON}\n")
        if self.decisions:
            yield "decisions:\n"
        yield from self.decisions
        if self.waiting:
            yield "schedule:\n"
        for number, (lead, commitments) in enumerate(self.waiting.items()):
            day = self.day + dt.timedelta(days=1 + number // 4)
            yield (
                f"- at: {day} {9 + 2 * (number % 4):02}:00\n  organizations: [{lead}]\n"
                f"  commitments: {commitments}\n  attendees: [civil-society]\n"
            )
