"""Events for calendars: iCalendar (RFC 5545), with the name of the calendar (RFC 7986)."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Calendar as File
from icalendar import Event as Component
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vText

from ogp_cli.present.content.calendar import Calendar, Event
from ogp_cli.present.formats import Target

PRODID = "-//ogp-cli//ogp schedule//EN"
_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)


def render(calendar: Calendar, _: Target) -> str:
    """Return the file. The same schedule gives the same text: its dates are the meetings' own."""
    file = File()
    file.add("prodid", PRODID)
    file.add("version", "2.0")
    for key in ("name", "x-wr-calname"):  # the standard's, and the one that programs read
        file.add(key, vText(calendar.name))  # the library does not know that they are text
    events = list(map(_event, calendar.events))
    if any("TZID" in event["dtstart"].params for event in events):  # a clock on UTC has none
        file.add_component(_zone(calendar))
    for event in events:
        file.add_component(event)
    written: bytes = file.to_ical()
    return written.decode()


def _event(event: Event) -> Component:
    component = Component()
    written = dt.datetime.combine(event.written, dt.time(), dt.UTC)
    component.add("uid", event.uid)
    component.add("dtstamp", written)
    component.add("last-modified", written)
    component.add("sequence", event.sequence)
    if event.cancelled:
        component.add("status", "CANCELLED")
    component.add("dtstart", event.at)
    if event.duration:
        component.add("duration", event.duration)
    else:  # a date alone lasts all day (RFC 5545, 3.6.1), and nobody is busy
        component.add("transp", "TRANSPARENT")
    component.add("summary", event.summary)
    component.add("description", event.description)
    if event.location:
        component.add("location", event.location)
    return component


def _zone(calendar: Calendar) -> Timezone:
    """Return the zone over the whole years of the slots.

    Not the library's own: its search steps over the month of Ramadan, and it gives the onset of
    summer time on the new clock, where RFC 5545 (3.6.5) asks for the old one.
    """
    zone = Timezone()
    zone.add("tzid", calendar.zone.key)
    for year in sorted({event.at.year for event in calendar.events if event.duration}):
        for each in _observances(calendar.zone, year):
            zone.add_component(each)
    return zone


def _observances(zone: ZoneInfo, year: int) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    """Yield the offset at the start of a year, and each later one until its end.

    The first and the last year of Python's calendar do not work: the days beside a year are needed.
    """
    day = dt.datetime(year, 1, 1, tzinfo=zone).astimezone(dt.UTC)
    yield _observance(zone, day, day)
    while day.astimezone(zone).year == year:
        if _offset(zone, day) != _offset(zone, day + _DAY):
            at = _change(zone, day, day + _DAY)
            yield _observance(zone, at - _SECOND, at)
        day += _DAY


def _change(zone: ZoneInfo, low: dt.datetime, high: dt.datetime) -> dt.datetime:
    """Return the first second after `low` with another offset than at `low`."""
    before = _offset(zone, low)
    while high - low > _SECOND:
        middle = low + (high - low) // _SECOND // 2 * _SECOND
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _observance(
    zone: ZoneInfo, before: dt.datetime, at: dt.datetime
) -> TimezoneStandard | TimezoneDaylight:
    """Return the offset from a moment on; its onset is on the clock of the moment before."""
    then, offset = at.astimezone(zone), _offset(zone, before)
    component = TimezoneDaylight() if then.dst() else TimezoneStandard()
    component.add("dtstart", at.replace(tzinfo=None) + offset)
    component.add("tzoffsetfrom", offset)
    component.add("tzoffsetto", _offset(zone, at))
    component.add("tzname", then.tzname() or "")
    return component


def _offset(zone: ZoneInfo, at: dt.datetime) -> dt.timedelta:
    return at.astimezone(zone).utcoffset() or dt.timedelta()
