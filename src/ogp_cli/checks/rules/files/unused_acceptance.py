"""An acceptance matches no problem, or accepts a problem that cannot be accepted.

If a warning is about something that is meant, accept it in the data, with the reason:

    - at: 2024-03-26 11:30
      organizations: [local-authorities]
      commitments: [1]
      accept:
        scheduled-without-waiting: the head asked for a second meeting

Warnings and information can be accepted, errors cannot. Remove the acceptance once the data are
corrected.
"""

from collections.abc import Iterable

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(_: Plan) -> Iterable[Finding]:
    """Yield nothing: only the runner knows what is accepted, once every other rule has run."""
    return ()
