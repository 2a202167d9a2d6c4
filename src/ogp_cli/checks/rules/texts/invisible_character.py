"""A text has an invisible character.

Soft hyphens, zero-width spaces, direction marks and the like make texts differ that look the same,
and a search does not find them. Joiners (U+200C, U+200D), which some scripts and emoji need, are
allowed.
"""

from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import INVISIBLE
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such character of each text."""
    message = "an invisible character (U+{code})"
    # What bidi-control reports as it stands in a file; an escape shows only in the text.
    reported = {finding.at.file for finding in plan.findings["hidden"]}
    for finding in first_match(plan, INVISIBLE, message, "remove the character"):
        if finding.at.file not in reported:
            yield finding
