"""An acceptance matches no problem, or accepts what cannot be accepted.

A warning that is right as it is can be accepted next to the data, with the reason:

    - at: 2024-03-26 11:30
      organizations: [local-authorities]
      commitments: [1]
      accept:
        scheduled-without-waiting: the head asked for a second meeting

Warnings and information can be accepted, errors cannot. Once the data are corrected,
remove the acceptance.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(_: Plan) -> Iterable[Finding]:
    """Yield nothing: only the runner knows what is accepted, once every other rule has run."""
    return ()
