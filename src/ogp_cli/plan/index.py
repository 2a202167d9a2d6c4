"""The decisions, slots and steps of a book, by commitment or by meeting."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.decision import Decision
from ogp_cli.models.history import Entry
from ogp_cli.models.meeting import Meeting, Slot
from ogp_cli.plan.institutions import Institutions
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
        self,
        commitments: Mapping[str, Commitment],
        meetings: Mapping[str, Meeting],
        institutions: Institutions,
    ) -> None:
        self._commitments, self._meetings = commitments, meetings
        self._institutions = institutions

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

    @cached_property
    def kept(self) -> set[Place]:
        """The slots whose coordination meeting was held.

        That is one on the same day, with one of the slot's institutions: somebody from it took
        part, or it leads a commitment that the meeting was about.
        """
        met: dict[dt.date, set[str]] = {}
        for meeting in self._meetings.values():
            if meeting.kind == "coordination":
                met.setdefault(meeting.date, set()).update(self._taking_part(meeting))
        return {
            at
            for _, at, slot in self.slots
            for one in met.get(slot.at.date(), ())
            if any(self._institutions.related(one, other) for other in slot.organizations)
        }

    def _taking_part(self, meeting: Meeting) -> Iterator[str]:
        yield from (person.organization for person in meeting.participants)
        names = (each for each in meeting.commitments if each in self._commitments)
        yield from filter(None, (self._commitments[name].lead for name in names))

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
