"""A commitment's history goes on after the step that ended it.

A commitment that is cancelled or merged is not drafted any more. Steps after a merge belong to the
merged commitment.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.reconciliation import agreeing
from ogp_cli.process.vocabulary import EFFECTS, ENDED

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first step of the drafting after the end."""
    for commitment in agreeing(plan):
        end: int | None = None
        for index, entry in enumerate(commitment.history):
            effect = EFFECTS.get(entry.step)
            if effect:
                end = index if effect.gives in ENDED else None
            elif end is not None:
                yield Finding(
                    commitment.at("history", index, "step"),
                    "“{step}” comes after the commitment was {end}",
                    "move the step before the end, or to the commitment that continues",
                    {"step": entry.step, "end": commitment.history[end].step},
                    commitment.at("history", end, "step"),
                )
                break
