"""An approval of minutes has no seal yet.

`ogp post` writes it. Until then, nobody notices if the approved minutes are changed.
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Approval
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.approval import approvals, on_minutes

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every approval without a seal."""
    message, hint = "the approval has no seal", "to write it, run: ogp post {name}"
    for meeting, at, decision, _, wrong, _ in on_minutes(plan):
        if isinstance(decision, Approval) and not wrong and decision.seal is None:
            yield Finding(at / "approve", message, hint, {"name": meeting.id})


def since(plan: Plan, before: Plan) -> Iterator[Finding]:
    """Yield the approvals without a seal, save where it is gone: another rule says that."""
    sealed = {name for name, old in approvals(before).items() if old.decision.seal}
    gone = {new.at / "approve" for name, new in approvals(plan).items() if name in sealed}
    return (each for each in check(plan) if each.at not in gone)
