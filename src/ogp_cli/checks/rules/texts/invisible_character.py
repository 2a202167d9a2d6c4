"""A text has an invisible character.

Soft hyphens, zero-width spaces, direction marks and the like make texts differ that look the same,
and a search does not find them. Joiners (U+200C, U+200D), which some scripts and emoji need, are
allowed.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f"
    "\u202a-\u202e\u2066-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such character of each text."""
    message = "an invisible character (U+{code})"
    # What bidi-control reports as it stands in a file; an escape shows only in the text.
    reported = {finding.at.file for finding in plan.findings["hidden"]}
    for finding in first_match(plan, _INVISIBLE, message, "remove the character"):
        if finding.at.file not in reported:
            yield finding
