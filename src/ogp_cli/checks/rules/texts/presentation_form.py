"""A text has Arabic letters in their presentation forms.

They come from copying from a PDF. Each is the shape of a letter at the start, in the middle or at
the end of a word, not the letter that a search or a screen reader expects. Signs that exist only in
this form, such as ﷺ and ﷲ, are allowed.
"""

from collections.abc import Iterator

from ogp_cli.checks.texts import first_match
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import FORMS
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first of them in each text."""
    message = "“{found}” is written in presentation forms"
    return first_match(plan, FORMS, message, "type the word again with ordinary letters")
