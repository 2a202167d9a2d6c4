"""A text mixes two kinds of digits: 2024 and ٢٠٢٤.

Morocco uses Latin digits, other countries use others. Use one kind throughout a text.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import matches
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_LATIN, _ARABIC = re.compile("[0-9]"), re.compile("[٠-٩۰-۹]")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text, at its first digit that is not a Latin one."""
    for text, _, offset in matches(plan, _ARABIC):
        if _LATIN.search(text.text):
            yield Finding(
                text.at.within(offset),
                "the text mixes two kinds of digits",
                "use one kind of digits throughout the text",
            )
