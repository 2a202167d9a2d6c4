r"""A text has a control character.

It can be written with an escape (`"\e"`). It could change how the terminal behaves, and no format
of the minutes can print it.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such character of each text."""
    return first_match(plan, _CONTROL, "a control character (U+{code})", "remove the character")
