"""A problem is accepted where there is none, or cannot be.

What was looked at and is right as it is can be accepted beside the thing, with the reason:

    - at: 2024-03-26 11:30
      organizations: [local-authorities]
      commitments: [1]
      accept:
        scheduled-without-waiting: the head asked for a second meeting

Warnings and information can be accepted, errors cannot. When what was accepted is mended, the
acceptance goes too.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(_: Plan) -> Iterable[Finding]:
    """Yield nothing: only the runner knows what is accepted, once every other rule has run."""
    return ()
