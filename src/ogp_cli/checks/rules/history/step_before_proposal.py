"""A step, a decision or a schedule is from before the day when the commitment was proposed.

A commitment has no history before it exists, and `ogp status --as-of` leaves it out for earlier
days.

    proposed: 2024-03-01
    history:
    - meeting: 2024-02-15   # two weeks earlier
      step: comments-shared

A merged commitment is proposed with its merge, and has no such day of its own.
"""

import datetime as dt
from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import Entry
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.ledger import expected

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every day of a proposal that its first step or decision is before."""
    for commitment in plan.commitments.values():
        if commitment.proposed and commitment.is_proposal:
            yield from _earlier(plan, commitment)
        elif commitment.proposed and commitment.merged_from:
            message = "a merged commitment is proposed with its merge"
            yield Finding(commitment.at("proposed").name, message, "remove the line")


def _earlier(plan: Plan, commitment: Commitment) -> Iterator[Finding]:
    steps = (
        (_day(plan, entry), commitment.at("history", index))
        for index, entry in enumerate(commitment.history)
    )
    postings = expected(plan).postings.get(commitment.id, ())
    decisions = ((each.decided.meeting.date, each.decided.at) for each in postings)
    slots = ((each.meeting.date, each.at) for each in plan.index.slots_of(commitment.id))
    for day, place in (*steps, *decisions, *slots):
        if day and commitment.proposed and day < commitment.proposed:
            yield Finding(
                commitment.at("proposed"),
                "it was proposed on {proposed}, but it has an event on {day}",
                "correct one of the two days",
                {"proposed": commitment.proposed, "day": day},
                place,
            )
            return


def _day(plan: Plan, entry: Entry) -> dt.date | None:
    """Return the own day of a step, or else that of the meeting that heard of it."""
    meeting = plan.meetings.get(entry.meeting)
    return entry.date or (meeting.date if meeting else None)
