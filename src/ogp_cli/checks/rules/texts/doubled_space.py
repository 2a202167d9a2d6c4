"""A text has two spaces in a row, or a space before or after it.

Usually this comes from copying. Minutes print one space.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import END, START, first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_SPACE = "[ \u00a0\t]"
# The space comes first, and then what stands before it: so the search skips from space to space.
_SPACES = re.compile(
    rf"{_SPACE}(?:(?<=\S{_SPACE})(?:{_SPACE}+(?=\S)|{_SPACE}*{END})|"
    rf"(?<={START}{_SPACE}){_SPACE}*(?=\S))"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first place of each text."""
    return first_match(plan, _SPACES, "an extra space", "keep one space between words")
