"""One text has digits of two kinds: 2024 and ٢٠٢٤.

Morocco writes Latin digits; other countries write others. A text keeps to one kind.
"""

import re
from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_LATIN, _ARABIC = re.compile("[0-9]"), re.compile("[٠-٩۰-۹]")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text, at its first digit that is not a Latin one."""
    for at, text, _ in plan.texts:
        arabic = _ARABIC.search(text)
        if arabic and _LATIN.search(text):
            yield Finding(
                at.within(arabic.start()),
                "the text mixes two kinds of digits",
                "write all numbers of the text with one kind",
            )
