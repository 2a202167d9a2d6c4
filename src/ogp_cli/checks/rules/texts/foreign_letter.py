r"""A word has a letter of another script or language that looks like its own.

An Arabic word has the Persian ی or ک, which some keyboards type for ي and ك; a Latin word has a
Cyrillic or Greek letter; a Latin letter stands within an Arabic word or right before it. The word
looks right, and no search finds it. Letters that Arabic borrows for names (گ, ڭ, پ, چ, ڤ) are let
through, and so is an abbreviation after و, ب or ال.
"""

import re
from collections.abc import Iterator
from itertools import chain

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_PERSIAN = re.compile("[\u06a9\u06be\u06c0-\u06c3\u06cc\u06d2\u06d3\u06d5]")
_LATIN = "[A-Za-z\u00c0-\u024f]"
_MIXED = re.compile(
    rf"[\u0370-\u052f](?:(?<={_LATIN}.)|(?={_LATIN}))|{_LATIN}(?=[\u0620-\u064a\u066e-\u06d3])"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such letter of each text."""
    message, hint = "“{found}” (U+{code}) is a letter of another script", "type the word again"
    return chain(
        first_match(plan, _PERSIAN, message, hint, language="ar"),
        first_match(plan, _MIXED, message, hint),
    )
