"""One meeting reports steps on a commitment that exclude each other, or one step twice.

Comments are either still being integrated or integrated; a merge is proposed, decided or dropped.
"""

from collections.abc import Iterator
from itertools import combinations

from ogp_cli.models.commitment import Entry
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"

_EXCLUSIVE = (
    {"comments-integrating", "comments-integrated"},
    {"merge-proposed", "merge-dropped", "merged", "cancelled"},
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the later of every two such steps."""
    for commitment in plan.commitments.values():
        for (first, one), (second, other) in combinations(enumerate(commitment.history), 2):
            if one.meeting == other.meeting and _clash(one, other):
                yield Finding(
                    commitment.at("history", second, "step"),
                    "“{step}” and “{other}” at one meeting",
                    "keep one of the two",
                    {"step": other.step, "other": one.step},
                    commitment.at("history", first, "step"),
                )


def _clash(one: Entry, other: Entry) -> bool:
    if one.step == other.step:
        return (one.date, one.draft) == (other.date, other.draft)
    return any({one.step, other.step} <= steps for steps in _EXCLUSIVE)
