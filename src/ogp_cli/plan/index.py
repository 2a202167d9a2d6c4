"""The decisions, slots and steps of a book, by commitment or by meeting."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.decision import Decision
from ogp_cli.models.history import Entry
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
    """The decisions, slots and steps of a book. Its meetings are in chronological order."""

    def __init__(
        self, commitments: Mapping[str, Commitment], meetings: Mapping[str, Meeting]
    ) -> None:
        self._commitments, self._meetings = commitments, meetings

    @cached_property
    def decisions(self) -> list[Decided]:
        """Every decision, in the order of the meetings."""
        return [
            Decided(meeting, meeting.at("decisions", index), decision)
            for meeting in self._meetings.values()
            for index, decision in enumerate(meeting.decisions)
        ]

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

    def entries_of(self, meeting: str) -> dict[str, list[Entry]]:
        """Return the history entries of a meeting, by commitment, in the order of the book."""
        return self._entries.get(meeting, {})

    @cached_property
    def _entries(self) -> dict[str, dict[str, list[Entry]]]:
        found: dict[str, dict[str, list[Entry]]] = {}
        for commitment in self._commitments.values():
            for entry in commitment.history:
                by_commitment = found.setdefault(entry.meeting, {})
                by_commitment.setdefault(commitment.id, []).append(entry)
        return found
