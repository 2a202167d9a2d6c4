"""The day of a report does not go with its half-year.

A commitment is reported on in the last month of the half-year, or in the year after it. The results
are presented once the half-year is over. A year that is typed wrong changes what `--as-of` shows.

    # data/reports/2025-06.yaml
    commitments:
      c1:
        reported: 2024-07-15     # the half-year ends on 30 June 2025
"""

from collections.abc import Iterator

from ogp_cli.models.partial_date import last_day
from ogp_cli.models.report import Report
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.implementation import reports_of_plan
from ogp_cli.process.presentation import presentations

LEVEL: Level = "warning"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such day."""
    for report in reports_of_plan(plan):  # what is wrong with the others, `unknown-period` says
        yield from _reported(report)
        yield from _presented(plan, report)


def _reported(report: Report) -> Iterator[Finding]:
    for name, each in report.commitments.items():
        message = ""
        if each.reported and report.is_too_early(each.reported):
            message = "{day} is before the last month of the half-year {period}"
        elif each.reported and report.is_too_late(each.reported):
            message = "{day} is more than a year after the half-year {period}"
        if message:
            yield Finding(
                report.at("commitments", name, "reported"),
                message,
                "correct the day, above all its year, or the name of the file",
                {"day": each.reported, "period": report.id},
            )


def _presented(plan: Plan, report: Report) -> Iterator[Finding]:
    meeting = presentations(plan).get(report.id)
    # Where the meeting has another day, `presentation-differs` says so.
    if meeting and report.presented == meeting.date < last_day(report.id):
        yield Finding(
            report.at("presented"),
            "{day} is before the end of the half-year {period}",
            "correct “presented” in the meeting of {meeting}: the half-year is over when its "
            "results are presented",
            {"day": report.presented, "period": report.id, "meeting": meeting.id},
            meeting.at("presented"),
        )
