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
    history: dict[dt.date, list[str]] = field(default_factory=dict)

    def add(self, day: dt.date, word: str) -> None:
        """Add a word of a meeting to the history."""
        self.history.setdefault(day, []).append(word)

    def step(self, chance: random.Random, meeting: "Meeting", step: str) -> None:
        """Let a meeting hear of a step of the drafting."""
        said = f", note: {words(chance, 8, 20)}" if chance.random() < _NOTED else ""
        meeting.heard.setdefault(self.name, []).append(f"  - {{step: {step}{said}}}\n")
        self.add(meeting.day, step)

    def end(self, day: dt.date, status: str, word: str = "") -> None:
        """Give it the status of a decision, whose word is another one where it is given."""
        self.add(day, word or status)
        self.status = status

    def text(self) -> Iterator[str]:
        """Yield the file."""
        if self.number:
            yield f"number: {self.number}\n"
        title = f"title: {self.title}\n" if self.title else ""
        yield f"{title}lead: {self.lead}\n{self.card}"
        yield f"status: {self.status}\n{self.became}"
        if self.history:
            yield "history:\n"
        for day, said in self.history.items():
            yield f"  '{day}': [{', '.join(said)}]\n"


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
    heard: dict[str, list[str]] = field(default_factory=dict)

    def text(self, chance: random.Random) -> Iterator[str]:
        """Yield the file."""
        yield f"date: {self.day}\nkind: {self.kind}\nparticipants:\n"
        for number, lead in enumerate(self.institutions):
            gender = "fm"[number % 2]
            yield f"- {{name: Person {number}, gender: {gender}, organization: {lead}}}\n"
        if self.heard:
            yield "steps:\n"
        for name, steps in self.heard.items():
            yield f"- on: [{name}]\n  heard:\n"
            yield from steps
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
