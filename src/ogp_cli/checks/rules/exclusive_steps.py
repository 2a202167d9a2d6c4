"""One meeting reports steps on a commitment that exclude each other, or one step twice.

Comments are either still being integrated or integrated; a merge is proposed, decided or dropped.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment, Entry
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"

_EXCLUSIVE = (
    {"comments-integrating", "comments-integrated"},
    {"merge-proposed", "merged", "cancelled"},
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step that an earlier one of the meeting excludes or already is."""
    for commitment in plan.commitments.values():
        yield from _clashes(commitment)


def _clashes(commitment: Commitment) -> Iterator[Finding]:
    first: dict[object, tuple[int, Entry]] = {}
    for index, entry in enumerate(commitment.history):
        same = (entry.meeting, entry.step, entry.date, entry.draft, str(entry.note))
        sets = [(entry.meeting, str(steps)) for steps in _EXCLUSIVE if entry.step in steps]
        others = [first[key] for key in sets if key in first]
        taken = next((each for each in others if each[1].step != entry.step), first.get(same))
        if taken:
            yield Finding(
                commitment.at("history", index, "step"),
                "“{step}” and “{other}” at one meeting",
                "keep one of the two",
                {"step": entry.step, "other": taken[1].step},
                commitment.at("history", taken[0], "step"),
            )
        for key in (same, *sets):
            first.setdefault(key, (index, entry))
