"""A text has no letter of its language's script, or no letter and no digit at all.

A plain string is in the plan's language; of a text by language, each line is in its own. A title in
Latin letters does not belong in Arabic minutes; most often the language is missing, or two lines
have changed places. Abbreviations and addresses (OECD, https://…) are let through.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import END, START, first_match
from ogp_cli.plan import Plan
from ogp_cli.plan.texts import SEAM
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_ARABIC, _LATIN = "\u0620-\u06d3", "A-Za-z\u00c0-\u024f"
# What a wrong encoding leaves (????) the rule damaged-text reports.
_NOTHING = re.compile(rf"{START}(?:[^\w?\ufffd{SEAM}]|_)+{END}")
# A text without one script, and with two letters of a word in the other.
_NO_ARABIC = re.compile(rf"{START}(?!\w+:/)[^{_ARABIC}{SEAM}]*[a-z]{{2}}[^{_ARABIC}{SEAM}]*{END}")
_NO_LATIN = re.compile(rf"{START}[^{_LATIN}{SEAM}]*[{_ARABIC}]{{2}}[^{_LATIN}{SEAM}]*{END}")
_PATTERNS = {"ar": _NO_ARABIC, "fr": _NO_LATIN, "en": _NO_LATIN}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text."""
    yield from first_match(
        plan, _NOTHING, "the text has no letter", "write the text, or remove the line"
    )
    for language, pattern in _PATTERNS.items():
        yield from first_match(
            plan,
            pattern,
            "the text has no letter of its language’s script",
            "write it in that language, and the other one beside it, as in “{{ar: …, fr: …}}”",
            language=language,
        )
