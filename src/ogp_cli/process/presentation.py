"""The meetings where the results of a half-year were presented (OGP requirement 5.1)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ogp_cli.models.meeting import Meeting
from ogp_cli.models.report import Report
from ogp_cli.plan import Plan


class Presented(NamedTuple):
    """A report, and the day that it ought to give; None where no meeting presented it."""

    report: Report
    day: dt.date | None


@lru_cache(maxsize=4)
def presentations(plan: Plan) -> Mapping[str, Meeting]:
    """Return the first meeting that presented the results of each half-year."""
    found: dict[str, Meeting] = {}
    for meeting in plan.meetings.values():
        if meeting.presented:
            found.setdefault(meeting.presented, meeting)
    return found


def presented(plan: Plan, meeting: Meeting) -> Iterator[Presented]:
    """Yield the reports that a meeting presented, or that say that they were presented that day."""
    by_period = presentations(plan)
    for period, report in plan.reports.items():
        if period == meeting.presented or report.presented == meeting.date:
            first = by_period.get(period)
            yield Presented(report, first.date if first else None)
