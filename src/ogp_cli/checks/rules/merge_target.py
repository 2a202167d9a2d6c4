"""A commitment's status and its `merged_into` do not go together, or it is merged into itself.

What is merged, or proposed to be, says into what; what stands or is cancelled has no
`merged_into`. A merge that is dropped takes it away again.
"""

from collections.abc import Iterator

from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment that lacks a target, has one too many, or is its own."""
    for _, at, decision in plan.decisions():
        if isinstance(decision, Merge) and decision.into in decision.merge:
            yield Finding(
                at / "into",
                "the merge names its own target, {target}, among the merged",
                "give what comes of the merge a file of its own, with “merged_from”",
                {"target": decision.into},
            )
    for commitment in plan.commitments.values():
        merging = commitment.status in {"merge-proposed", "merged"}
        values = {"status": commitment.status, "target": commitment.merged_into}
        if merging and not commitment.merged_into:
            yield Finding(
                commitment.at("status"),
                "the status is “{status}”, and “merged_into” is missing",
                "add “merged_into:” with the id of the commitment that comes of the merge",
                values,
            )
        elif commitment.merged_into and not merging:
            yield Finding(
                commitment.at("merged_into"),
                "the status is “{status}”, yet it is merged into “{target}”",
                "remove “merged_into”, or correct the status",
                values,
            )
        elif commitment.merged_into == commitment.id:
            yield Finding(
                commitment.at("merged_into"),
                "the commitment is merged into itself",
                "name the commitment that comes of the merge",
            )
