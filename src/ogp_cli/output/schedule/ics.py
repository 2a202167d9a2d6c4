"""The schedule for calendars: iCalendar (RFC 5545).

The source gives no duration, so that no event has a DTEND or a DURATION: it is a moment.
"""

import datetime as dt
import json
from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from ogp_cli.errors import missing
from ogp_cli.models.meeting import Meeting, Slot
from ogp_cli.output.schedule.agenda import Agenda, Row
from ogp_cli.output.schedule.zone import Observance, observances
from ogp_cli.plan import Plan
from ogp_cli.problem import Place

if TYPE_CHECKING:
    from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard

PRODID = "-//ogp-cli//ogp schedule//EN"
# Never changes: every UID of every calendar that was ever imported comes from it.
_NAMESPACE = UUID("5b1c1f0e-3c55-4f0b-9d0a-6f6a0c1d7e21")


def render(agenda: Agenda) -> str:
    """Return the file. The same schedule gives the same text: its dates are those of the meetings.

    Raises `OgpError` where the extra `documents` is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing(error) from error
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    uids = _uids(agenda.plan)
    events = [_event(agenda, row, uids[row.scheduled.at]) for row in agenda.rows]
    if any("TZID" in event["dtstart"].params for event in events):  # a clock on UTC has none
        calendar.add_component(_zone(agenda))
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(agenda: Agenda, row: Row, uid: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    written = dt.datetime.combine(row.scheduled.meeting.date, dt.time(), dt.UTC)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", written)
    event.add("last-modified", written)
    event.add("sequence", 0)  # the data do not count their revisions
    event.add("dtstart", row.at)
    event.add("summary", _summary(agenda, row))
    event.add("description", _description(agenda, row))
    return event


def _summary(agenda: Agenda, row: Row) -> str:
    language = agenda.language
    commitments = f"{language.terminal.commitments}{language.minutes.label} {row.numbers}"
    return f"{row.institutions} – {commitments}"


def _description(agenda: Agenda, row: Row) -> str:
    words = agenda.language.minutes
    guests = [f"- {guest}" for guest in row.attendees]
    return "\n".join([*row.titles, "", f"{words.attendees}{words.label}", *guests])


def _uids(plan: Plan) -> dict[Place, str]:
    """Return the UID of every slot: that of a moved one stays, so that calendars move it too.

    It says the country, since plans of two countries may be alike in all else. Slots of one meeting
    that differ only in their hour are told apart by their order in the file.
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


def _zone(agenda: Agenda) -> "Timezone":
    """Return the zone over the whole years of the slots.

    Not the library's own: its search steps over the month of Ramadan, and it gives the onset of
    summer time on the new clock, where RFC 5545 (3.6.5) asks for the old one.
    """
    from icalendar import Timezone  # noqa: PLC0415

    zone = Timezone()
    zone.add("tzid", agenda.plan.info.time_zone)
    years = {min(max(row.at.year, dt.MINYEAR + 1), dt.MAXYEAR - 1) for row in agenda.rows}
    for year in sorted(years):
        for each in observances(agenda.plan.zone, year):
            zone.add_component(_observance(each))
    return zone


def _observance(observance: Observance) -> "TimezoneStandard | TimezoneDaylight":
    from icalendar import TimezoneDaylight, TimezoneStandard  # noqa: PLC0415

    component = TimezoneDaylight() if observance.daylight else TimezoneStandard()
    component.add("dtstart", observance.onset)
    component.add("tzoffsetfrom", observance.before)
    component.add("tzoffsetto", observance.after)
    component.add("tzname", observance.name)
    return component
