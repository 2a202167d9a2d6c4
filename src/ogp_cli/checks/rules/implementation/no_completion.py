"""A report says something of a commitment, but not its completion.

`ogp status` goes by `completion` alone: it shows that of an earlier report, or that nothing was
reported. The milestones do not give it, since the institution judges the whole.

    commitments:
      c1:
        milestones: {1: complete, 2: limited}     # “completion: limited” is missing
"""

from collections.abc import Iterator
from typing import get_args

from ogp_cli.models.card import Completion
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Keywords, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such report on a commitment of the plan."""
    for report in plan.reports.values():
        for name, reported in report.commitments.items():
            if name in plan.adopted and reported.says_something and not reported.completion:
                yield Finding(
                    report.at("commitments", name, "completion").name,
                    "the report does not give the completion of {name}",
                    "add “completion:” with one of these: {words}",
                    {"name": name, "words": Keywords(get_args(Completion), "completion")},
                )
