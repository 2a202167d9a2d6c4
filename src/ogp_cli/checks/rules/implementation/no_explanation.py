"""A commitment is reported as not started or limited, though it has begun, without a word why.

A milestone has begun if its `start` is in the half-year or before. `challenges` says what stood in
the way:

    completion: limited
    challenges: …
"""

from collections.abc import Iterator

from ogp_cli.models.partial_date import first_day, is_half_year, last_day
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

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
            starts = [each.start for each in card.milestones if each.start] if card else []
            if any(first_day(each) <= last_day(report.id) for each in starts):
                yield Finding(
                    report.at("commitments", name, "completion"),
                    "{name} is reported as “{completion}”, and a milestone has begun",
                    "add “challenges:” with what stood in the way",
                    {"name": name, "completion": reported.completion},
                )
