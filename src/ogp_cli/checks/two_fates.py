"""A decision gives a second fate to a commitment that already has one.

What is merged or cancelled has ended: it cannot be merged or cancelled again. What is proposed for
one merge cannot be proposed for another before the first is dropped.
"""

from collections.abc import Iterator

from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.plan import Decided
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every decision on a commitment that an earlier one excludes."""
    for name in plan.commitments:
        live: Decided | None = None
        for decided in plan.decisions_on(name):
            if live and _exclude(live, decided):
                yield _finding(name, live, decided)
            else:
                live = None if _drops(decided) else decided


def _drops(decided: Decided) -> bool:
    return isinstance(decided.decision, Merge) and decided.decision.state == "dropped"


def _exclude(live: Decided, later: Decided) -> bool:
    before, after = live.decision, later.decision
    if not isinstance(before, Merge) or before.state == "decided":
        return True
    return isinstance(after, Merge) and before.into != after.into


def _finding(name: str, live: Decided, later: Decided) -> Finding:
    decision = later.decision
    return Finding(
        later.at / decision.KEY / decision.commitments.index(name),
        "{name} already has another fate, by the meeting of {meeting}",
        "remove it from one of the two decisions, or drop the first merge",
        {"name": name, "meeting": live.meeting.id},
        live.at,
    )
