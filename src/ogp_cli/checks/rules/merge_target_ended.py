"""A commitment is merged into one that has itself ended: cancelled, dropped or merged.

What comes of a merge must stand, or be a card that waits for the decision; otherwise the proposal
has vanished without a reason. It may end later, by a decision of its own that comes after the
merge.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import counts_for, fate_of
from ogp_cli.models.commitment import ENDED
from ogp_cli.plan import Plan
from ogp_cli.plan.lineage import merge_circles
from ogp_cli.plan.plan import Decided
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment whose target has ended."""
    # merge-cycle speaks of them
    circular = {name for circle in merge_circles(plan) for name in circle}
    for commitment in plan.commitments.values():
        target = plan.commitments.get(commitment.merged_into or "")
        if not target or target.status not in ENDED or target.id in circular:
            continue
        merged, ended = (fate_of(plan, each.id).last for each in (commitment, target))
        if not merged or not ended or not _follows(ended, merged):
            yield Finding(
                commitment.at("merged_into"),
                "“{target}”, the target of the merge, is itself {status}",
                "merge into the commitment that stands, or correct the target's status",
                {"target": target.id, "status": target.status},
                target.at("status"),
            )


def _follows(ended: Decided, merged: Decided) -> bool:
    return counts_for(ended.meeting, merged) and ended.meeting is not merged.meeting
