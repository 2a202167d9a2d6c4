"""A meeting and a report do not agree on whether the results were presented.

A meeting names the half-year whose results it presented, and `ogp post` writes its day into the
report (OGP requirement 5.1: two meetings a year with civil society on the results).

    # data/meetings/2025-09-20.yaml       # data/reports/2025-06.yaml
    presented: 2025-06                    presented: 2025-09-20
"""

from collections.abc import Iterator

from ogp_cli.checks.comparison import COMPARED
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.presentation import presentations

LEVEL: Level = "error"
NEEDS = {"meetings"}

# Each meeting is posted on its own, so others may still differ from their reports.
COMPARED.add("presentation-differs")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every report whose day is not that of the first meeting that presented it."""
    by_period = presentations(plan)
    # What is presented of a half-year without a report is another mistake: `unknown-period`.
    unknown = {each.date for period, each in by_period.items() if period not in plan.reports}
    for period, report in plan.reports.items():
        meeting = by_period.get(period)
        if meeting and report.presented != meeting.date:
            yield Finding(
                report.at("presented") if report.presented else report.at(),
                "the meeting of {meeting} presented these results, but the report does not say so",
                "to write it into the report, run: ogp post {meeting}",
                {"meeting": meeting.id},
                meeting.at("presented"),
            )
        if report.presented and meeting is None and report.presented not in unknown:
            yield Finding(
                report.at("presented"),
                "no meeting presented these results",
                "add “presented: {period}” to the meeting of {day}, or remove the line",
                {"period": period, "day": report.presented},
            )
