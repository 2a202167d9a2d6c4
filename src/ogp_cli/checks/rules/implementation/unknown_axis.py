"""A commitment belongs to an axis that `data/plan.yaml` does not have.

The axes that group the commitments of the plan are listed there once, under `axes`.

    # data/plan.yaml                  # data/commitments/c1.yaml
    axes: {justice: Justice}          axis: justise
"""

from collections.abc import Iterator

from ogp_cli.checks.references import unknown
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that is no axis, where it is first written."""
    named = ((each.axis, each.at("axis")) for each in plan.commitments.values() if each.axis)
    known = plan.info.axes
    message, hint = "no axis “{name}”", "add it to the axes of data/plan.yaml"
    return unknown(named, known.__contains__, Nearest(known), message, hint)
