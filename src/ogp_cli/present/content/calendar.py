"""From the schedules of all meetings to events for a calendar."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Set
from typing import NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import plain
from ogp_cli.plan import Plan, Scheduled
from ogp_cli.present.content.schedule import milestones_due, slots
from ogp_cli.present.wording import Wording
from ogp_cli.problem import Place
from ogp_cli.process.implementation import Due

# Must never change: the UIDs of all imported calendars come from it.
_NAMESPACE = UUID("5b1c1f0e-3c55-4f0b-9d0a-6f6a0c1d7e21")
# What a calendar shows of a slot whose end is not known.
_LONGEST = dt.timedelta(hours=1)


class Event(NamedTuple):
    """A coordination meeting, or the last day of a milestone, which has no duration.

    `written` is the day of the meeting that scheduled it, or the last day of the book.
    """

    uid: str
    at: dt.date
    duration: dt.timedelta | None
    written: dt.date
    summary: str
    description: str
    location: str = ""


class Calendar(NamedTuple):
    """Meetings in chronological order, then milestones; and the time zone of the meetings."""

    name: str
    zone: ZoneInfo
    events: tuple[Event, ...]


def calendar(plan: Plan, language: Language, leads: Set[str] = frozenset()) -> Calendar:
    """Return the slots of all schedules, or only those of `leads` and related institutions."""
    say, uids = Wording(plan, language), _uids(plan)
    name = f"{say.terminal.schedule} – {say.within(plan.info.title)}"
    events = [_event(say, each, uids[each.at]) for each in slots(plan, leads)]
    events += [_day(say, each) for each in milestones_due(plan, leads)]
    return Calendar(name, plan.zone, tuple(events))


def _event(say: Wording, scheduled: Scheduled, uid: str) -> Event:
    slot = scheduled.slot
    guests = [f"- {guest}" for guest in (say.heads(slot), *map(say.group, slot.attendees))]
    commitments = say.language.commitments(list(map(say.plan.display_number, slot.commitments)))
    names = say.institution_names(slot.organizations)
    titles = [plain(say.named(each)) for each in slot.commitments]
    attendees = f"{say.minutes.attendees}{say.minutes.label}"
    end = [] if slot.end else ["", say.terminal.no_end]
    return Event(
        uid=uid,
        at=slot.at.replace(tzinfo=say.plan.zone),
        duration=_duration(scheduled),
        written=scheduled.meeting.date,
        summary=say.terminal.event.format(institutions=names, commitments=commitments),
        description="\n".join([*titles, "", attendees, *guests, *end]),
        location=plain(say.venue(slot.place)) if slot.place else "",
    )


def _day(say: Wording, due: Due) -> Event:
    """Return the event of a milestone; its UID stays when the milestone moves."""
    of, milestone = due.commitment, due.milestone
    name = json.dumps([say.plan.info.country, of.id, "milestone", milestone.id])
    title = f"{of.id} {milestone.id}. {say.alone(milestone.title)}"
    return Event(
        uid=str(uuid5(_NAMESPACE, name)),
        at=due.day,
        duration=None,
        written=say.plan.day or due.day,
        summary=f"{say.language.implementation.due}: {title}",
        description=plain(say.named(of.id)),
    )


def _duration(scheduled: Scheduled) -> dt.timedelta:
    """Return how long a slot is: if its end is not known, an hour, or until the next one begins."""
    slot = scheduled.slot
    if slot.end:
        return slot.end - slot.at
    later = [each.at - slot.at for each in scheduled.meeting.schedule if each.at > slot.at]
    return min([_LONGEST, *later])


def _uids(plan: Plan) -> dict[Place, str]:
    """Return the UID of every slot. A moved slot keeps it, so that calendars move it too.

    It includes the country, because the plans of two countries may have the same ids. Slots of one
    meeting that differ only in their hour are told apart by their order in the file.
    """
    counts: Counter[str] = Counter()
    uids = {}
    for meeting, place, slot in plan.index.slots:
        who, what = sorted(set(slot.organizations)), sorted(set(slot.commitments))
        name = json.dumps([plan.info.country, meeting.id, who, what])
        uids[place] = str(uuid5(_NAMESPACE, f"{name}{counts[name] or ''}"))
        counts[name] += 1
    return uids
