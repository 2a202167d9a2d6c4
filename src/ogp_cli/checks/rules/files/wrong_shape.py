"""A key is unknown or missing, or a value is of the wrong kind.

The file is left out until it is corrected, because `ogp` cannot know what was meant.

    number: "10"        # a number is written without quotes
    tilte: …            # an unknown key, most often a typing mistake
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield what the models refused."""
    return plan.findings["shape"]
