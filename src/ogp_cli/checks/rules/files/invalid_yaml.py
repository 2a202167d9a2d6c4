"""A file is not YAML, or uses a part of YAML that hides what a file says.

Anchors, aliases, tags, merge keys, a key written twice, a second document and a comment in the
midst of a text are refused, since each lets a file mean something else than a reader sees. So are
bytes that are not UTF-8.

    number: 10
    number: 11          # the second one would silently win
    title: Portal #1    # for YAML, the title would be “Portal”
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield what the parser found."""
    return plan.findings["yaml"]
