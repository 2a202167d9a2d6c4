"""A milestone starts or is due outside the days of the plan.

`period` in plan.yaml has the first and the last day of the plan.

    # data/plan.yaml                                   # data/commitments/c1.yaml
    period: {start: 2025-01-20, end: 2028-12-31}       - {id: 1, title: …, due: 2029-03}
"""

from collections.abc import Iterator

from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import PLAN

LEVEL: Level = "warning"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such date."""
    period = plan.info.period
    if period is None:
        return
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            for key in ("start", "due"):
                date = getattr(milestone, key)
                if date and (last_day(date) < period.start or first_day(date) > period.end):
                    yield Finding(
                        commitment.at("milestones", index, key),
                        "{date} is outside the plan, which runs from {start} to {end}",
                        "correct the date, or the “period” in plan.yaml",
                        {"date": date, "start": period.start, "end": period.end},
                        Place(PLAN, ("period",)).name,
                    )
