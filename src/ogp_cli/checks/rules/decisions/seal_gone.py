"""The seal of approved minutes is gone, or is another one than before a change.

A seal tells whether the minutes are what a meeting approved. Whoever changes both tells nothing, so
the seals are compared with those of a git revision:

    ogp check --settings-from origin/main

`--changed-since` compares them too. Without a revision, this rule finds nothing.
"""

from collections.abc import Iterable, Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Spot
from ogp_cli.process.approval import approvals

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(_: Plan) -> Iterable[Finding]:
    """Yield nothing: nobody knows what was there before."""
    return ()


def since(plan: Plan, before: Plan) -> Iterator[Finding]:
    """Yield every seal that was there before, and is not there now."""
    hint = "take it back from git; a later meeting corrects approved minutes, with “correct”"
    now = approvals(plan)
    for name, old in approvals(before).items():
        new, values = now.get(name), {"name": name}
        if old.decision.seal is None or (new and new.decision.seal == old.decision.seal):
            continue
        if new and new.decision.seal:
            message = "the minutes of {name} have another seal than before"
            yield Finding(new.at / "seal", message, hint, values)
        else:
            message = "the seal of the minutes of {name} is gone"
            yield Finding(new.at / "approve" if new else Spot(old.at.file), message, hint, values)
