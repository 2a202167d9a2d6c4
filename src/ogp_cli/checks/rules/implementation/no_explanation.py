"""A report does not say why a commitment is not started or limited after its planned start.

A commitment should have started if a milestone has its `start` in the half-year or earlier.
`challenges` says what stood in the way:

    completion: limited
    challenges: …
"""

from collections.abc import Iterator

from ogp_cli.models.partial_date import first_day, is_half_year, last_day
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.implementation import standing_milestones

LEVEL: Level = "warning"
NEEDS = {"commitments"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such report."""
    for report in plan.reports.values():
        if not is_half_year(report.id):
            continue
        for name, reported in report.commitments.items():
            card = plan.adopted.get(name)
            if reported.completion not in {"not-started", "limited"} or reported.challenges:
                continue
            milestones = standing_milestones(card) if card else []
            starts = [each.start for each in milestones if each.start]
            if any(first_day(each) <= last_day(report.id) for each in starts):
                yield Finding(
                    report.at("commitments", name, "completion"),
                    "{name} is reported as “{completion}”, but one of its milestones should have "
                    "started",
                    "add “challenges:” with what stood in the way",
                    {"name": name, "completion": reported.completion},
                )
