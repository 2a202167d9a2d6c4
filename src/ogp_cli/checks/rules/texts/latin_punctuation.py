"""An Arabic text has a Latin comma, semicolon or question mark.

Arabic has its own: ، ؛ ؟. The Latin comma is allowed between numbers, as in `1,5`.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_ARABIC = "[\u0620-\u065f]"
_LATIN = re.compile(rf"[,;?](?!\?)(?:(?<={_ARABIC}.)|(?<={_ARABIC}\s.))")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first one after an Arabic letter of each Arabic text."""
    message = "“{found}” is Latin punctuation in an Arabic text"
    return first_match(plan, _LATIN, message, "write ، or ؛ or ؟", language="ar")
