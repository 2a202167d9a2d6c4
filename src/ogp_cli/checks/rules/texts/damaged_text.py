"""A text was damaged when a program read it with the wrong encoding.

It shows U+FFFD, question marks in place of letters (????, Minist?re), or what remains of letters
that were read as others (MinistÃ¨re, Ø§Ù„, ط§ظ„, ÇáÅÏÇÑÉ).
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_LETTER = r"[^\W\d_]"
# What the second byte of a letter in UTF-8 becomes in the code pages 1252 and 1256.
_REST = "\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
# It starts with a class of characters, so that the search skips to them.
_DAMAGED = re.compile(
    rf"[\ufffd?ط-ظÀ-ÖØ-öø-ÿ](?:(?<=\ufffd)|(?<=\?)\?\?\?|(?<={_LETTER}\?)(?={_LETTER})(?!\w+[=&])|"
    rf"(?<=[ÂÃÐØÙ])[{_REST}]|(?<=â)€|(?<=[طظ])[{_REST}][طظ][{_REST}]|"
    rf"(?<=[À-ÖØ-öø-ÿ])[À-ÖØ-öø-ÿ]{{3}})"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such place of each text."""
    message = "“{found}” is what is left of a text in another encoding"
    return first_match(plan, _DAMAGED, message, "copy the text again from its source")
