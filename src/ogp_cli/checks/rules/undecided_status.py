"""A commitment is said to be merged, proposed for a merge or cancelled, and no meeting decided so.

Every fate is written twice: by the meeting that decides it and by the commitment that it befalls.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import fate_of
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every fate that no decision gives."""
    for commitment in plan.commitments.values():
        decided = commitment.status in {"merge-proposed", "merged", "cancelled"}
        fate = fate_of(plan, commitment.id)
        itself = commitment.merged_into == commitment.id  # merge-target speaks
        if decided and fate.status == "standing" and not itself:
            yield Finding(
                commitment.at("status"),
                "the status is “{status}”, and no meeting decides so",
                "add the decision to its meeting, or write “status: standing”",
                {"status": commitment.status},
                fate.last.at if fate.last else None,
            )
