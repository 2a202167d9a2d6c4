"""A decision gives a second fate to a commitment that already has one.

What is merged or cancelled has ended: it cannot be merged or cancelled again. What is proposed for
one merge cannot be proposed for another before the first is dropped. One meeting gives one fate.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import fate_of
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every decision on a commitment that an earlier one excludes."""
    for name in plan.commitments:
        for earlier, later in fate_of(plan, name).clashes:
            decision = later.decision
            yield Finding(
                later.at / decision.KEY / decision.commitments.index(name),
                "{name} already has another fate, by the meeting of {meeting}",
                "remove it from one of the two decisions, or drop the first merge",
                {"name": name, "meeting": earlier.meeting.id},
                earlier.at,
            )
