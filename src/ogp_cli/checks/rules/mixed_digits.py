"""One text has digits of two kinds: 2024 and ٢٠٢٤.

Morocco writes Latin digits; other countries write others. A text keeps to one kind.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_MIXED = re.compile(r"(?s)(?=.*[0-9])[٠-٩۰-۹]+|(?<=[0-9])[^٠-٩۰-۹]*[٠-٩۰-۹]+")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text."""
    message = "the text mixes two kinds of digits"
    return first_match(plan, _MIXED, message, "write all numbers of the text with one kind")
