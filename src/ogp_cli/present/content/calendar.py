"""From the schedules of all meetings, and those that are planned, to events for a calendar."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Set
from typing import NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import plain
from ogp_cli.models.meeting import Meeting, Slot, Venue
from ogp_cli.plan import Plan, SlotLife
from ogp_cli.present.content.schedule import (
    AgreedDue,
    agreed_due,
    milestones_due,
    planned,
    slots,
    start_of,
)
from ogp_cli.present.wording import Wording
from ogp_cli.problem import Place
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import Due

# Must never change: the UIDs of all imported calendars come from it.
_NAMESPACE = UUID("5b1c1f0e-3c55-4f0b-9d0a-6f6a0c1d7e21")


# What a calendar shows of a slot whose end is not known.
_LONGEST = dt.timedelta(hours=1)


class Event(NamedTuple):
    """A meeting, or with no `duration` the day of something, by its first moment.

    `written` is the day when the book last changed it, and `sequence` how often it did (RFC 5545,
    3.8.7.4): calendars take the event with the higher one.
    """

    uid: str
    at: dt.datetime | dt.date
    written: dt.date
    summary: str
    description: str
    duration: dt.timedelta | None = None
    location: str = ""
    sequence: int = 0
    cancelled: bool = False


class Calendar(NamedTuple):
    """Its events, and their time zone."""

    name: str
    zone: ZoneInfo
    events: tuple[Event, ...]


def calendar(plan: Plan, language: Language, leads: Set[str] = frozenset()) -> Calendar:
    """Return the slots of all schedules, the meetings that are planned, and what is due.

    Or only what concerns `leads` and related institutions.
    """
    say, uids = Wording(plan, language), _uids(plan)
    name = f"{say.t('Coordination meetings')} – {say.within(plan.info.title)}"
    events = [_slot(say, each, uids[each.scheduled.at]) for each in slots(plan, leads)]
    events += [] if leads else [_planned(say, each) for each in planned(plan)]
    events += [_agreed(say, each) for each in agreed_due(plan, leads)]
    events += [_due(say, each) for each in milestones_due(plan, leads)]
    return Calendar(name, plan.zone, tuple(events))


def _slot(say: Wording, life: SlotLife, uid: str) -> Event:
    slot = life.slot
    guests = [f"- {guest}" for guest in (say.heads(slot), *map(say.group, slot.attendees))]
    commitments = say.commitments(slot.commitments)
    names = say.institution_names(slot.organizations)
    titles = [plain(say.named(each)) for each in slot.commitments]
    attendees = f"{say.t('Expected participants')}{say.language.colon}"
    no_end = say.t("Its end is not known: the calendar shows an hour at most.")
    end = [] if slot.end else ["", no_end]
    changed = [] if life.state in {"open", "held"} else [say.slot_state(life), ""]
    return Event(
        uid=uid,
        at=slot.at.replace(tzinfo=say.plan.zone),
        duration=_duration(life),
        written=life.said_by.date,
        summary=f"{names} – {say.t('on {commitments}', commitments=commitments)}",
        description="\n".join([*changed, *titles, "", attendees, *guests, *end]),
        location=_location(say, slot.place),
        sequence=len(life.changes),
        cancelled=life.called_off is not None,
    )


def _planned(say: Wording, meeting: Meeting) -> Event:
    at = start_of(say.plan, meeting)
    return Event(
        uid=_uid(say.plan, "meeting", meeting.id),
        at=at or meeting.date,
        duration=_length(meeting) if at else None,
        written=say.plan.day or meeting.date,
        summary=plain(say.meeting_kind(meeting)),
        description="\n".join(map(say.alone, meeting.agenda)),
        location=_location(say, meeting.place),
    )


def _length(meeting: Meeting) -> dt.timedelta:
    """Return how long a planned meeting is, if its end is known, or else an hour."""
    if meeting.last_day or not (meeting.time and meeting.end):
        return _LONGEST
    start, end = (dt.datetime.strptime(each, "%H:%M") for each in (meeting.time, meeting.end))  # noqa: DTZ007
    return end - start


def _agreed(say: Wording, due: AgreedDue) -> Event:
    return Event(
        uid=_uid(say.plan, due.meeting.id, *map(str, due.at.path)),
        at=due.day,
        written=due.meeting.date,
        summary=say.alone(due.point.text),
        description=say.institution_names(due.point.by),
    )


def _due(say: Wording, due: Due) -> Event:
    """Return the event of a milestone; its UID stays when the milestone moves."""
    of, milestone = due.commitment, due.milestone
    title = f"{say.commitments([of.id])} – {milestone.id}. {say.alone(milestone.title)}"
    return Event(
        uid=_uid(say.plan, of.id, "milestone", milestone.id),
        at=due.day,
        written=say.plan.day or due.day,
        summary=say.after_label(say.t("Due"), title),
        description=plain(say.called(of.id)),
        sequence=_changes(say.plan, due),
    )


def _changes(plan: Plan, due: Due) -> int:
    """Count what meetings changed in a milestone; what is edited in its card leaves no trace."""
    story = expected(plan).story(due.commitment.id)
    changes = (each for line in story for each in line.changes if each.key != "milestones")
    return sum(each.milestone == due.milestone.id for each in changes)


def _location(say: Wording, place: Venue | None) -> str:
    return plain(say.venue(place)) if place else ""


def _duration(life: SlotLife) -> dt.timedelta:
    """Return how long a slot is: if its end is not known, an hour, or until the next one begins."""
    slot = life.slot
    if slot.end:
        return slot.end - slot.at
    others = [] if life.changes else life.scheduled.meeting.schedule
    return min([_LONGEST, *(each.at - slot.at for each in others if each.at > slot.at)])


def _uid(plan: Plan, *name: str) -> str:
    return str(uuid5(_NAMESPACE, json.dumps([plan.info.country, *name])))


def _uids(plan: Plan) -> dict[Place, str]:
    """Return the UID of every slot. A moved slot keeps it, so that calendars move it too.

    It includes the country, because the plans of two countries may have the same ids. Slots of one
    meeting that differ only in their hour are told apart by their order in the file.
    """
    counts: Counter[str] = Counter()
    uids = {}
    for meeting, place, slot in plan.index.slots:
        name = _name(plan, meeting, slot)
        uids[place] = str(uuid5(_NAMESPACE, f"{name}{counts[name] or ''}"))
        counts[name] += 1
    return uids


def _name(plan: Plan, meeting: Meeting, slot: Slot) -> str:
    who, what = sorted(set(slot.organizations)), sorted(set(slot.commitments))
    return json.dumps([plan.info.country, meeting.id, who, what])
