"""A meeting decided on a commitment, and the commitment's own file says otherwise.

The last decision counts: a merge that is proposed at one meeting and decided at a later one.

    # data/meetings/2024-03-21.yaml         # data/commitments/22.yaml
    decisions:                              status: standing    # should be cancelled
    - cancel: [22]
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import fate_of
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every commitment whose status or target is not that of the last decision on it."""
    for commitment in plan.commitments.values():
        fate = fate_of(plan, commitment.id)
        if fate.last is None or fate.status == "standing":
            continue
        values = {
            "expected": fate.status,
            "status": commitment.status,
            "into": fate.into,
            "target": commitment.merged_into,
            "meeting": fate.last.meeting.id,
        }
        if {commitment.status, fate.status} == {"merge-proposed", "merged"}:
            continue  # merge-state speaks
        if commitment.status != fate.status:
            yield Finding(
                commitment.at("status"),
                "the status is “{status}”, and the meeting of {meeting} makes it “{expected}”",
                "write “status: {expected}”, or correct the decision",
                values,
                fate.last.at,
            )
        elif (
            plan.has_commitment(commitment.merged_into or "")
            and (fate.into is None or plan.has_commitment(fate.into))
            and commitment.merged_into != fate.into
        ):
            yield Finding(
                commitment.at("merged_into"),
                "merged into “{target}”, and the meeting of {meeting} says “{into}”",
                "write “merged_into: {into}”, or correct the decision",
                values,
                fate.last.at,
            )
