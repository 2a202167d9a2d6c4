"""A history is not in order of time, or a step is dated after the meeting that heard of it.

A step's day is its own `date`, or else that of its meeting. Minutes and `ogp show` print the steps
in the order of the file.
"""

from collections.abc import Iterator
from itertools import pairwise

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step that is earlier than the one before, or later than its meeting."""
    for commitment in plan.commitments.values():
        yield from _late(plan, commitment)
        days = [plan.day_of(entry) for entry in commitment.history]
        for index, (before, after) in enumerate(pairwise(days)):
            if before and after and after < before:
                key = "date" if commitment.history[index + 1].date else "meeting"
                yield Finding(
                    commitment.at("history", index + 1, key),
                    "this step is of {after}, and the one before it of {before}",
                    "put the steps in order of time, or correct the date",
                    {"after": after, "before": before},
                    commitment.at("history", index),
                )


def _late(plan: Plan, commitment: Commitment) -> Iterator[Finding]:
    for index, entry in enumerate(commitment.history):
        meeting = plan.meetings.get(entry.meeting)
        if meeting and entry.date and entry.date > meeting.date:
            yield Finding(
                commitment.at("history", index, "date"),
                "the step is of {date}, after the meeting of {meeting} that heard of it",
                "correct the date, or the meeting",
                {"date": entry.date, "meeting": meeting.id},
                meeting.at("date"),
            )
