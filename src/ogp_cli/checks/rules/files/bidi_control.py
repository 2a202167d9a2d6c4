"""A bidirectional control character makes a line look different from what it says.

Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) reorder what is shown, in
comments too: see "Trojan Source", CVE-2021-42574. No text in the data needs them.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterable[Finding]:
    """Yield what the reader found."""
    return plan.findings["hidden"]
