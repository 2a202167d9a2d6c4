"""A word is stretched with tatweel (U+0640), the sign that lengthens a line between two letters.

It is decoration: a search does not find a stretched word, and the word looks wrong in another font.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_LETTER = "[\u0620-\u063f\u0641-\u064a]"
_TATWEEL = re.compile(f"\u0640(?<={_LETTER}\u0640)\u0640*(?={_LETTER})")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first one of each text."""
    message = "a word is stretched with tatweel (U+0640)"
    return first_match(plan, _TATWEEL, message, "remove the sign")
