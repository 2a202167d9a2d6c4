"""The minutes of a meeting changed after a later meeting approved them.

An approval has a seal: a digest of what the file of the approved meeting said, without `documents`
and `accept`. What a committee approved is not rewritten: a later meeting corrects it, with
`correct`.
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Approval
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.approval import on_minutes
from ogp_cli.process.seal import seal_of

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every approval whose seal is not that of the minutes."""
    message = "the minutes of {name} are not what this meeting approved"
    hint = "to see what changed: git log -p {file}; undo it there, and correct it with “correct”"
    for _, at, decision, minutes, wrong, _ in on_minutes(plan):
        sealed = decision.seal if isinstance(decision, Approval) and not wrong else None
        if sealed and sealed != seal_of(minutes):
            values = {"name": minutes.id, "file": minutes.file}
            yield Finding(at / "seal", message, hint, values, minutes.at())
