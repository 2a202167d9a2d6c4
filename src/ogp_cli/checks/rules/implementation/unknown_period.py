"""A report, or a presentation of results, is on a half-year that the plan does not have.

`periods` in plan.yaml lists the half-years that are reported on, each by its last month. A meeting
that presented results (`presented: 2025-06`) needs the report of that half-year.
"""

from collections.abc import Iterator

from ogp_cli.models.partial_date import is_half_year
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.store.folder import REPORTS

LEVEL: Level = "error"
NEEDS = {"plan"}

_NOT_OF_THE_PLAN = "{name} is not among the half-years of the plan: {periods}"
_WRITE_IT = "to write it, run: ogp new report {name}; or correct the half-year"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every report of an unknown half-year, and every presentation without a report."""
    periods = plan.info.periods
    values = {"periods": ", ".join(periods)}
    for report in plan.reports.values():
        if periods and report.id not in periods and is_half_year(report.id):
            yield Finding(
                report.at(),
                _NOT_OF_THE_PLAN,
                "add it to “periods” in plan.yaml, or rename the file",
                values | {"name": report.id},
            )
    for meeting in plan.meetings.values():
        name = meeting.presented
        if name is None or name in plan.reports or plan.is_unread(REPORTS, name):
            continue
        message, hint = "there is no report for {name}", _WRITE_IT
        if periods and name not in periods:
            message, hint = _NOT_OF_THE_PLAN, "add it to “periods” in plan.yaml, or correct it here"
        yield Finding(meeting.at("presented"), message, hint, values | {"name": name})
