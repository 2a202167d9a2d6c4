"""A cancellation gives no reason.

OGP's requirement 4.1 asks for a reasoned response: those who proposed a commitment are told why it
was not kept. The meeting's decision and the commitment's own history both say it.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Cancelled
from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every cancellation without a reason, on either side."""
    for _, at, decision in plan.decisions():
        if not isinstance(decision, Merge) and decision.reason is None:
            yield _finding(at)
    for commitment in plan.commitments.values():
        for index, entry in enumerate(commitment.history):
            if isinstance(entry, Cancelled) and entry.reason is None:
                yield _finding(commitment.at("history", index))


def _finding(place: Place) -> Finding:
    return Finding(place, "the cancellation has no reason", "add “reason:”, as the meeting gave it")
