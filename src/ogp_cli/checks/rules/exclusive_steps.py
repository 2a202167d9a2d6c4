"""One meeting reports steps on a commitment that exclude each other, or one step twice.

Comments are either still being integrated or integrated. A merge is proposed or decided, or the
commitment is cancelled; only to drop one merge and propose another takes two steps.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment, Entry, MeetingToSchedule
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"

# Of the steps of a group, one meeting reports one.
_GROUPS = {
    "comments-integrating": "comments",
    "comments-integrated": "comments",
    "merge-proposed": "fate",
    "merged": "fate",
    "cancelled": "fate",
}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step that an earlier one of the meeting excludes or already is."""
    for commitment in plan.commitments.values():
        yield from _clashes(commitment)


def _clashes(commitment: Commitment) -> Iterator[Finding]:
    first: dict[object, tuple[int, Entry]] = {}
    for index, entry in enumerate(commitment.history):
        draft = entry.draft if isinstance(entry, MeetingToSchedule) else None
        same = (entry.meeting, entry.step, entry.date, draft, str(entry.note))
        group = (entry.meeting, _GROUPS.get(entry.step, index))
        taken = first.get(group)
        if taken is None or taken[1].step == entry.step:
            taken = first.get(same)
        if taken:
            yield Finding(
                commitment.at("history", index, "step"),
                "“{step}” and “{other}” at one meeting",
                "keep one of the two",
                {"step": entry.step, "other": taken[1].step},
                commitment.at("history", taken[0], "step"),
            )
        first.setdefault(same, (index, entry))
        first.setdefault(group, (index, entry))
