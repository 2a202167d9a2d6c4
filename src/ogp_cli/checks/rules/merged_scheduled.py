"""A coordination meeting is scheduled on a commitment that was merged into another.

Once the merge is decided, its card is what there is to coordinate.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import counts_for, fate_of
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot's commitment that the same meeting or an earlier one merged."""
    for name in plan.commitments:
        fate = fate_of(plan, name)
        if fate.last is None or fate.status != "merged":
            continue
        for meeting, at, slot in plan.slots_of(name):
            if counts_for(meeting, fate.last):
                yield Finding(
                    at / "commitments" / slot.commitments.index(name),
                    "{name} is merged by the meeting of {meeting}, and scheduled here",
                    "schedule “{into}” instead",
                    {"name": name, "meeting": fate.last.meeting.id, "into": fate.into},
                    fate.last.at,
                )
