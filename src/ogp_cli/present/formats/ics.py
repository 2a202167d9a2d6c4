"""Events for calendars: iCalendar (RFC 5545), with the name of the calendar (RFC 7986)."""

import datetime as dt

from icalendar import Calendar as File
from icalendar import Event as Component
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vText

from ogp_cli.present.content.calendar import Calendar, Event
from ogp_cli.present.formats.target import Target
from ogp_cli.present.formats.zone import Observance, observances

PRODID = "-//ogp-cli//ogp schedule//EN"


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
        for each in observances(calendar.zone, year):
            zone.add_component(_observance(each))
    return zone


def _observance(observance: Observance) -> TimezoneStandard | TimezoneDaylight:
    component = TimezoneDaylight() if observance.daylight else TimezoneStandard()
    component.add("dtstart", observance.onset)
    component.add("tzoffsetfrom", observance.before)
    component.add("tzoffsetto", observance.after)
    component.add("tzname", observance.name)
    return component
