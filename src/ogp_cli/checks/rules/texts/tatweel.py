"""A word is stretched with tatweel (U+0640), the sign that lengthens a line between two letters.

It is decoration: a search does not find a stretched word, and the word looks wrong in another font.
"""

from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import TATWEEL
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first one of each text."""
    message = "a word is stretched with tatweel (U+0640)"
    return first_match(plan, TATWEEL, message, "remove the sign")
