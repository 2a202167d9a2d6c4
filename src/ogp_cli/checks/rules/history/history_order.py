"""A history is not in the order of the meetings, or a step is later than its meeting.

The dates of the steps themselves may go back, because a meeting may hear of them in any order.
Minutes and `ogp show` print the steps in the order of the file.
"""

from collections.abc import Iterator
from itertools import pairwise

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.reconciliation import agreeing

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step of an earlier meeting than the one before, or later than its meeting."""
    moments = plan.moments
    for commitment in agreeing(plan):
        yield from _late(plan, commitment)
        known = [(entry.meeting, moments.get(entry.meeting)) for entry in commitment.history]
        for index, ((before, earlier), (after, later)) in enumerate(pairwise(known)):
            if earlier and later and later < earlier:
                yield Finding(
                    commitment.at("history", index + 1, "meeting"),
                    "this step is from the meeting of {after}, the one before it from {before}",
                    "put the steps in the order of the meetings, or correct the meeting",
                    {"after": after, "before": before},
                    commitment.at("history", index),
                )


def _late(plan: Plan, commitment: Commitment) -> Iterator[Finding]:
    for index, entry in enumerate(commitment.history):
        meeting = plan.meetings.get(entry.meeting)
        if meeting and entry.date and entry.date > meeting.date:
            yield Finding(
                commitment.at("history", index, "date"),
                "the step is dated {date}, after the meeting of {meeting} that reports it",
                "correct the date, or the meeting",
                {"date": entry.date, "meeting": meeting.id},
                meeting.at("date"),
            )
