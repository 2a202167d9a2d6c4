"""The completion of a commitment, or of a milestone, is reported as less than before.

That may be right: what was complete may have been undone, or was reported too early.

    # data/reports/2025-06.yaml       # data/reports/2025-12.yaml
    completion: substantial           completion: limited
"""

from collections.abc import Iterator, Mapping
from typing import get_args

from ogp_cli.models.card import Completion
from ogp_cli.models.report import Report
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "info"

_ORDER: Mapping[str, int] = {each: index for index, each in enumerate(get_args(Completion))}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every completion that is below the one of the report before."""
    last: dict[tuple[str, ...], tuple[Completion, Place]] = {}
    for report in plan.reports.values():
        for key, completion, at in _said(report):
            before = last.get(key)
            if before and _ORDER[completion] < _ORDER[before[0]]:
                yield Finding(
                    at,
                    "it was reported as “{before}” before, and is “{now}” here",
                    "correct one of the two, or accept this here with the reason",
                    {"before": before[0], "now": completion},
                    before[1],
                )
            last[key] = completion, at


def _said(report: Report) -> Iterator[tuple[tuple[str, ...], Completion, Place]]:
    for name, reported in report.commitments.items():
        at = report.at("commitments", name)
        if reported.completion:
            yield (name,), reported.completion, at / "completion"
        for id_, completion in reported.milestones.items():
            if completion:
                yield (name, id_), completion, at / "milestones" / id_
