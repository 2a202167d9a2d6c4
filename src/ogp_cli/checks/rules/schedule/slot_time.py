"""A coordination meeting is scheduled at a time that is most likely a slip.

It is at night (from 22:00 to 7:00), half a year or more after the meeting that schedules it, or
earlier than the slot before it. The committee meets at least every six months (OGP requirement
1.1): what is further away is for a later meeting to schedule. Minutes print the slots in their
order.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.plan.index import Scheduled
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

_MORNING, _NIGHT = 7, 22  # hours
_HALF_A_YEAR = 183  # days


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot at such a time. A time that is a slip is no measure of the next slot's."""
    before: Scheduled | None = None
    for scheduled in plan.index.slots:
        finding = _unlikely(scheduled)
        if finding:
            yield finding
            continue
        if before and before.meeting is scheduled.meeting and scheduled.slot.at < before.slot.at:
            yield Finding(
                _at(scheduled),
                "this slot is earlier than the one before it",
                "correct one of the two times, or put the slots in order",
                {},
                _at(before),
            )
        before = scheduled


def _unlikely(scheduled: Scheduled) -> Finding | None:
    meeting, slot = scheduled.meeting, scheduled.slot
    days = (slot.at.date() - meeting.date).days
    if not _MORNING <= slot.at.hour < _NIGHT:
        hour, hint = {"hour": f"{slot.at:%H:%M}"}, "correct the hour"
        return Finding(_at(scheduled), "the slot is at night, at {hour}", hint, hour)
    if days >= _HALF_A_YEAR:
        message = "the slot is {days} days after the meeting that schedules it"
        when = meeting.at("date")
        return Finding(_at(scheduled), message, "correct the day", {"days": days}, when)
    return None


def _at(scheduled: Scheduled) -> Place:
    return scheduled.at / "at"
