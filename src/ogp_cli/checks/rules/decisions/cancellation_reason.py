"""A cancellation gives no reason.

OGP's requirement 4.1 asks for a reasoned response: whoever proposed a commitment is told why it was
not kept. The meeting's decision gives the reason, and the commitment's history repeats it.
"""

from collections.abc import Iterator

from ogp_cli.checks.comparison import compared
from ogp_cli.models.decision import Cancellation
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every decision to cancel that has no reason, and every history that lacks it."""
    yield from compared("cancellation-reason")(plan)
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, Cancellation) and decision.reason is None:
            message, hint = (
                "the cancellation has no reason",
                "add “reason:” with the reason that the meeting gave",
            )
            yield Finding(at, message, hint)
