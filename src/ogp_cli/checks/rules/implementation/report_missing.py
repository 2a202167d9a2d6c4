"""Sixty days after a half-year, a commitment of the plan is not reported on.

Today is the day of the last meeting or report, or of `--as-of`. Each half-year asks for the
commitments that are in the plan on its last day.

    # data/plan.yaml
    periods: [2025-06, 2025-12]     # data/reports/2025-06.yaml is asked for from August 30 on
"""

import datetime as dt
from collections.abc import Iterator

from ogp_cli.models.partial_date import last_day
from ogp_cli.plan import Moment, Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.implementation import to_report
from ogp_cli.process.presentation import presentations
from ogp_cli.store.folder import PLAN, REPORTS

LEVEL: Level = "warning"
NEEDS = {"plan", "meetings", "commitments"}

_IN_TIME = dt.timedelta(days=60)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every half-year with commitments that lack a report."""
    day = plan.day or dt.date.min
    seen = set[str]()
    for index, period in enumerate(plan.info.periods):
        if period in seen:
            continue  # `listed-twice` says so
        seen.add(period)
        ends, report = last_day(period), plan.reports.get(period)
        # Where a meeting presented a report that is not there, `unknown-period` says so.
        is_asked = report or not (plan.is_unread(REPORTS, period) or period in presentations(plan))
        if day - ends <= _IN_TIME or not is_asked:
            continue
        said = report.commitments if report else {}
        names = [
            each
            for each in to_report(plan, Moment(ends))
            if each not in said or not said[each].says_something
        ]
        if names:
            yield Finding(
                report.at("commitments").name if report else Place(PLAN, ("periods", index)),
                "nothing was reported for {period} on: {names}",
                "to write the report, run: ogp new report {period}"
                if report is None
                else "fill in what their institutions report",
                {"period": period, "names": ", ".join(names)},
            )
