"""A meeting approves or corrects minutes that it cannot: its own, later ones, or approved ones.

Minutes are approved once, by a later meeting. They can be corrected more than once.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.approval import Wrong, on_minutes

LEVEL: Level = "error"

_SAID: dict[Wrong, tuple[str, str]] = {
    "itself": (
        "a meeting cannot approve or correct its own minutes",
        "write the meeting whose minutes it had before it",
    ),
    "later": (
        "the meeting of {name} is later than this one",
        "write the meeting whose minutes it had before it",
    ),
    "twice": (
        "the meeting of {earlier} already approved the minutes of {name}",
        "remove this decision, or the other one",
    ),
}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such decision."""
    for _, at, decision, minutes, wrong, earlier in on_minutes(plan):
        if wrong:
            message, hint = _SAID[wrong]
            values = {"name": minutes.id, "earlier": earlier.id if earlier else ""}
            related = (earlier or minutes).at() if wrong != "itself" else None
            yield Finding(at / decision.KEY, message, hint, values, related)
