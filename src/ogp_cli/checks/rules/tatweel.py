"""A word is stretched with tatweel (U+0640), the sign that lengthens a line between two letters.

It is decoration: a stretched word is not found by a search, and looks wrong in another font.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_TATWEEL = re.compile("(?<=[\u0620-\u063f\u0641-\u064a])\u0640+(?=[\u0620-\u063f\u0641-\u064a])")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first one of each text."""
    message = "a word is stretched with tatweel (U+0640)"
    return first_match(plan, _TATWEEL, message, "remove the sign")
