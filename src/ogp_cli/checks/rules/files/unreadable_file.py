"""A data file cannot be read.

It is missing, its permissions forbid it, it is not a regular file, or another file has the same id.
Its content is left out; everything else is still checked.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield what the reader found."""
    return plan.findings["file"]
