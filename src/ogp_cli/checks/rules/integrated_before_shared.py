"""Comments are integrated, or being integrated, that were never shared.

The drafting goes from comments shared to comments integrated (the sentences S1, S3 and S4 of the
report of 21 March 2024).
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first step on comments in a history that has not shared any before."""
    for commitment in plan.commitments.values():
        for index, entry in enumerate(commitment.history):
            if entry.step == "comments-shared":
                break
            if entry.step in {"comments-integrating", "comments-integrated"}:
                yield Finding(
                    commitment.at("history", index, "step"),
                    "“{step}”, and no comments were shared before",
                    "add the step “comments-shared” before it, or correct the order",
                    {"step": entry.step},
                )
                break
