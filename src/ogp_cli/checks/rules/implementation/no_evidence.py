"""A commitment is reported as substantial or complete, and nothing shows it.

The Independent Reporting Mechanism judges from published evidence. An `evidence` item has a title
and, if possible, a link and a date:

    completion: substantial
    evidence:
    - {title: …, link: "https://…", date: 2025-06-30}
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such report."""
    for report in plan.reports.values():
        for name, reported in report.commitments.items():
            if reported.completion in {"substantial", "complete"} and not reported.evidence:
                yield Finding(
                    report.at("commitments", name, "completion"),
                    "{name} is reported as “{completion}” without evidence",
                    "add “evidence:” with what shows it",
                    {"name": name, "completion": reported.completion},
                )
