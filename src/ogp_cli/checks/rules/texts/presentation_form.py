"""A text holds Arabic letters in their presentation forms.

They come of copying from a PDF: each is the picture of a letter, at the start, in the middle or at
the end of a word, and not the letter that a search or a screen reader expects. The signs that exist
in this form only, such as ﷺ and ﷲ, are let through.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_FORMS = re.compile("[\ufb50-\ufbff\ufc00-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]+")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first of them in each text."""
    message = "“{found}” is written in presentation forms"
    return first_match(plan, _FORMS, message, "type the word again with ordinary letters")
