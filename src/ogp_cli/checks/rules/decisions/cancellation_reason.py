"""A meeting cancels, declines or withdraws commitments and gives no reason.

OGP's requirement 4.1 asks for a reasoned response: whoever proposed a commitment is told why it was
not kept. Where the meeting gave no reason, leave it out: the minutes say so, and it is still owed.
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Cancellation, Rejection, Withdrawal
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_ENDING = (Cancellation, Rejection, Withdrawal)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such decision that has no reason."""
    message = "the decision has no reason: OGP requirement 4.1 asks for one"
    hint = "add “reason:” with the reason that the meeting gave; if it gave none, ask for one"
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, _ENDING) and decision.reason is None:
            yield Finding(at, message, hint)
