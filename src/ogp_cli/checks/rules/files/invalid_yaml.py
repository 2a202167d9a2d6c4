"""A file is not valid YAML, or uses a part of YAML that hides what the file says.

Anchors, aliases, tags, merge keys, duplicate keys, a second document and a comment in the middle of
a text are refused: with them, a file can mean something other than what a reader sees. Bytes that
are not UTF-8 are refused too.

    number: 10
    number: 11          # the second line would silently win
    title: Portal #1    # YAML would read only “Portal”
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield what the parser found."""
    return plan.findings["yaml"]
