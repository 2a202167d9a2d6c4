"""A text has two spaces in a row, or a space before or after it.

Usually this comes from copying. Minutes print one space.
"""

from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import SPACES
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first place of each text."""
    return first_match(plan, SPACES, "an extra space", "keep one space between words")
