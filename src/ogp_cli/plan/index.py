"""The decisions and the slots of a book."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from ogp_cli.models.decision import Decision
from ogp_cli.models.meeting import Meeting, Slot
from ogp_cli.problem import Place


class Decided(NamedTuple):
    """A decision, the meeting that took it, and its place."""

    meeting: Meeting
    at: Place
    decision: Decision


class Scheduled(NamedTuple):
    """A slot, the meeting that scheduled it, and its place."""

    meeting: Meeting
    at: Place
    slot: Slot


class Index:
    """The decisions and slots of a book. Its meetings are in chronological order."""

    def __init__(self, meetings: Mapping[str, Meeting]) -> None:
        self._meetings = meetings

    @cached_property
    def decisions(self) -> list[Decided]:
        """Every decision, in the order of the meetings."""
        return [*chain.from_iterable(self._by_meeting.values())]

    def decisions_of(self, meeting: str) -> list[Decided]:
        """Return the decisions of a meeting, in order."""
        return self._by_meeting.get(meeting, [])

    @cached_property
    def _by_meeting(self) -> dict[str, list[Decided]]:
        return {
            id_: [
                Decided(meeting, meeting.at("decisions", index), decision)
                for index, decision in enumerate(meeting.decisions)
            ]
            for id_, meeting in self._meetings.items()
        }

    @cached_property
    def slots(self) -> list[Scheduled]:
        """Every slot, in the order of the meetings."""
        return [
            Scheduled(meeting, meeting.at("schedule", index), slot)
            for meeting in self._meetings.values()
            for index, slot in enumerate(meeting.schedule)
        ]

    def slots_named(self, key: str) -> list[Scheduled]:
        """Return the slots that a key names: one, if the book is right."""
        return self._by_key.get(key, [])

    @cached_property
    def _by_key(self) -> dict[str, list[Scheduled]]:
        found: dict[str, list[Scheduled]] = {}
        for scheduled in self.slots:
            for key in scheduled.slot.keys:
                found.setdefault(key, []).append(scheduled)
        return found

    def slots_of(self, commitment: str) -> list[Scheduled]:
        """Return the slots of a commitment, in chronological order."""
        return self._slots.get(commitment, [])

    @cached_property
    def _slots(self) -> dict[str, list[Scheduled]]:
        found: dict[str, list[Scheduled]] = {}
        for scheduled in sorted(self.slots, key=lambda scheduled: scheduled.slot.at):
            for commitment in dict.fromkeys(scheduled.slot.commitments):
                found.setdefault(commitment, []).append(scheduled)
        return found
