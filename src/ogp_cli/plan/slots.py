"""The life of the slots of all schedules: moved, called off, held."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import HELD
from ogp_cli.models.meeting import Meeting, Slot
from ogp_cli.models.types import Text
from ogp_cli.plan.index import Index, Scheduled
from ogp_cli.plan.institutions import Institutions
from ogp_cli.problem import Place

SlotState = Literal["open", "moved", "called-off", "held"]


class SlotChange(NamedTuple):
    """What a meeting did to a slot: it moved it `to` another time, or called it off."""

    meeting: Meeting
    at: Place
    to: dt.datetime | None = None
    reason: Text | None = None


class SlotLife(NamedTuple):
    """A slot as it was scheduled, what later meetings did to it, and the one that says it was held.

    That is the coordination meeting itself, or else the first meeting that heard of it.
    """

    scheduled: Scheduled
    changes: tuple[SlotChange, ...] = ()
    held: Meeting | None = None

    @property
    def key(self) -> str:
        """What a meeting calls it."""
        return self.scheduled.slot.id or f"{self.scheduled.slot.at:%Y-%m-%d %H:%M}"

    @property
    def slot(self) -> Slot:
        """The slot at the time that it was last moved to."""
        times = [each.to for each in self.changes if each.to]
        return self.scheduled.slot.moved(times[-1]) if times else self.scheduled.slot

    @property
    def at(self) -> Place:
        """The place of that time."""
        moves = [each.at for each in self.changes if each.to]
        return moves[-1] if moves else self.scheduled.at / "at"

    @property
    def said_by(self) -> Meeting:
        """The last meeting that scheduled, moved or called it off."""
        return self.changes[-1].meeting if self.changes else self.scheduled.meeting

    @property
    def called_off(self) -> SlotChange | None:
        """What called it off, unless a later meeting took it up again."""
        last = self.changes[-1] if self.changes else None
        return last if last and not last.to and not self.held else None

    @property
    def state(self) -> SlotState:
        """What became of it."""
        if self.held:
            return "held"
        if self.called_off:
            return "called-off"
        return "moved" if self.changes else "open"

    @property
    def stages(self) -> Iterator[tuple[Meeting, "SlotLife"]]:
        """Yield each meeting that scheduled, moved, called off or held it, and its life so far."""
        for number in range(len(self.changes) + 1):
            then = self._replace(changes=self.changes[:number], held=None)
            yield then.said_by, then
        if self.held:
            yield self.held, self

    @property
    def is_open(self) -> bool:
        """Whether it was neither held nor called off."""
        return not self.held and not self.called_off


def lives(
    index: Index,
    meetings: Mapping[str, Meeting],
    commitments: Mapping[str, Commitment],
    institutions: Institutions,
) -> dict[Place, SlotLife]:
    """Return the life of each slot, by its place, in the order of the meetings.

    A slot was kept by the coordination meeting that names it. Without such a name, that is one on
    the same day with one of the slot's institutions: somebody from it took part, or it leads a
    commitment that the meeting was about. It was held too where a meeting heard that the one of
    that day, on one of its commitments, was.
    """
    changes = _changes(index, meetings.values())
    found = {each.at: SlotLife(each, tuple(changes.get(each.at, ()))) for each in index.slots}
    held = {
        index.slots_named(each.slot)[0].at: each
        for each in meetings.values()
        if each.slot and len(index.slots_named(each.slot)) == 1
    }
    by_day: dict[object, list[tuple[Meeting, set[str]]]] = {}
    for meeting in meetings.values():
        if meeting.kind == "coordination" and not meeting.slot:
            there = _institutions(meeting, commitments)
            by_day.setdefault(meeting.date, []).append((meeting, there))
    heard = _heard_of(meetings.values())
    for at, life in found.items():
        if at not in held and life.is_open:
            guests, day = life.slot.organizations, life.slot.at.date()
            for meeting, there in by_day.get(day, ()):
                if any(institutions.related(a, b) for a in guests for b in there):
                    held[at] = meeting
            told = (heard.get((name, day)) for name in life.slot.commitments)
            if at not in held and (first := next(filter(None, told), None)):
                held[at] = first
    return {at: life._replace(held=held.get(at)) for at, life in found.items()}


def _heard_of(meetings: Iterable[Meeting]) -> dict[tuple[str, dt.date | None], Meeting]:
    """Return the first meeting that heard that one was held, by the commitment and the day."""
    found: dict[tuple[str, dt.date | None], Meeting] = {}
    for meeting in meetings:
        for group in meeting.steps or ():
            for each in group.heard:
                if each.step == HELD:
                    for name in group.on:
                        found.setdefault((name, each.date), meeting)
    return found


def _changes(index: Index, meetings: Iterable[Meeting]) -> dict[Place, list[SlotChange]]:
    """Return what meetings did to each slot, by its place; a key that is not clear does nothing."""
    found: dict[Place, list[SlotChange]] = {}
    for meeting in meetings:
        for key, change in _said(meeting):
            slots = index.slots_named(key)
            if len(slots) == 1:
                found.setdefault(slots[0].at, []).append(change)
    return found


def _said(meeting: Meeting) -> Iterator[tuple[str, SlotChange]]:
    for key, to in meeting.reschedule.items():
        yield key, SlotChange(meeting, meeting.at("reschedule", key), to)
    for key, reason in meeting.call_off.items():
        yield key, SlotChange(meeting, meeting.at("call_off", key), reason=reason)


def _institutions(meeting: Meeting, commitments: Mapping[str, Commitment]) -> set[str]:
    known = (commitments[each] for each in meeting.commitments if each in commitments)
    return {
        *meeting.organizations,
        *meeting.present,
        *(lead for each in known for lead in each.leads),
    }


def with_slots(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return meetings in order, those that were held in a slot with what the slot says of them."""
    known = list(meetings)
    held = [each for each in known if each.is_held]
    index = Index({each.id: each for each in held})
    changes = _changes(index, held)
    return [_with_slot(each, index, changes) for each in known]


def _with_slot(
    meeting: Meeting, index: Index, changes: Mapping[Place, list[SlotChange]]
) -> Meeting:
    slots = index.slots_named(meeting.slot) if meeting.slot else []
    if len(slots) != 1:
        return meeting
    known = [each for each in changes.get(slots[0].at, ()) if each.meeting.date <= meeting.date]
    slot = SlotLife(slots[0], tuple(known)).slot
    of_slot = {
        "time": f"{slot.at:%H:%M}",
        "place": slot.place,
        "organizations": slot.organizations,
        "commitments": slot.commitments,
    }
    return meeting.model_copy(
        update={key: value for key, value in of_slot.items() if not getattr(meeting, key)}
    )
