"""A text has two spaces in a row, or a space before or after it.

Mostly a trace of copying; minutes print one space.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_SPACES = re.compile(r"(?<=\S)[ \u00a0\t]{2,}(?=\S)|^[ \u00a0\t]+(?=\S)|(?<=\S)[ \u00a0\t]+$")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first place of each text."""
    return first_match(plan, _SPACES, "a space too many", "keep one space between words")
