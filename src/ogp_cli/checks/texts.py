"""What the rules on texts share."""

import re
from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding


def first_match(
    plan: Plan, pattern: re.Pattern[str], message: str, hint: str, *, language: str = ""
) -> Iterator[Finding]:
    """Yield the first match of `pattern` in each text, only in those of `language` if it is given.

    `message` and `hint` may name the match as {found} and its first character as {code}.
    """
    for at, text, spoken in plan.texts:
        match = pattern.search(text) if language in ("", spoken) else None
        if match:
            values = {"found": match[0], "code": f"{ord(match[0][0]):04X}"}
            yield Finding(at.within(match.start()), message, hint, values)
