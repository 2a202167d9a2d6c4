"""A commitment's status is not what its own history ends with.

Of the steps that decide a fate (`merge-proposed`, `merge-dropped`, `merged`, `cancelled`), the last
one gives the status; without any, the commitment stands. Where the status is not what the meetings
decided either, only that is reported.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import fate_of
from ogp_cli.plan import Plan
from ogp_cli.plan.fate import status_by_steps
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every proposal whose status and history differ."""
    for commitment in plan.commitments.values():
        expected, index = status_by_steps(commitment.history)
        decided = fate_of(plan, commitment.id).status
        if commitment.status == decided != expected:
            yield Finding(
                commitment.at("status"),
                "the status is “{status}”, and by its history it is “{expected}”",
                "correct the status, or add the step that is missing from the history",
                {"status": commitment.status, "expected": expected},
                commitment.at("history", index) if index is not None else None,
            )
