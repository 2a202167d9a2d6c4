"""The changes of a time zone's offset, for calendars that do not know the zone."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)


class Observance(NamedTuple):
    """An offset of a zone: its name, the offset before it, and its onset on the clock before it."""

    name: str
    onset: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    daylight: bool


def observances(zone: ZoneInfo, year: int) -> Iterator[Observance]:
    """Yield the offset at the start of a year, and each later one until its end.

    The first and the last year of Python's calendar do not work: the days beside a year are needed.
    """
    start = dt.datetime(year, 1, 1, tzinfo=zone).astimezone(dt.UTC)
    yield _observance(zone, start, start)
    for at in _changes(zone, start, year):
        yield _observance(zone, at - _SECOND, at)


def _changes(zone: ZoneInfo, start: dt.datetime, year: int) -> Iterator[dt.datetime]:
    """Yield the first second of each new offset, in UTC."""
    day = start
    while day.astimezone(zone).year == year:
        if _offset(zone, day) != _offset(zone, day + _DAY):
            yield _change(zone, day, day + _DAY)
        day += _DAY


def _change(zone: ZoneInfo, low: dt.datetime, high: dt.datetime) -> dt.datetime:
    """Return the first second after `low` with another offset than at `low`."""
    before = _offset(zone, low)
    while high - low > _SECOND:
        middle = low + (high - low) // _SECOND // 2 * _SECOND
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _observance(zone: ZoneInfo, before: dt.datetime, at: dt.datetime) -> Observance:
    then, offset = at.astimezone(zone), _offset(zone, before)
    onset = at.replace(tzinfo=None) + offset
    return Observance(then.tzname() or "", onset, offset, _offset(zone, at), bool(then.dst()))


def _offset(zone: ZoneInfo, at: dt.datetime) -> dt.timedelta:
    return at.astimezone(zone).utcoffset() or dt.timedelta()
