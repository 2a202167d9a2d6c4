"""Comments are integrated, or being integrated, but were never shared.

Comments are shared first and integrated later (the sentences S1, S3 and S4 of the report of 21
March 2024).
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.reconciliation import agreeing
from ogp_cli.process.vocabulary import DRAFTING

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first step of a history that needs one before it, and has none."""
    for commitment in agreeing(plan):
        seen: set[str] = set()
        for index, entry in enumerate(commitment.history):
            needed = DRAFTING[entry.step].after if entry.step in DRAFTING else frozenset()
            if needed and needed.isdisjoint(seen):
                yield Finding(
                    commitment.at("history", index, "step"),
                    "“{step}”, but no comments were shared before",
                    "add the step “comments-shared” before it, or correct the order",
                    {"step": entry.step},
                )
                break
            seen.add(entry.step)
