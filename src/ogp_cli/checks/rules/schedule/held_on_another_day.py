"""A coordination meeting was held on another day than the one that was scheduled.

Only steps with a `date` of their own count, and the slots of earlier meetings. One of the two days
is most often a slip; if the meeting was moved, accept this beside the step and say why.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import Entry
from ogp_cli.plan import Plan
from ogp_cli.plan.index import Scheduled
from ogp_cli.problem import Finding, Level
from ogp_cli.process.drafting import is_held

LEVEL: Level = "warning"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step on a meeting that no slot of that day announced, while others did."""
    for commitment in plan.commitments.values():
        slots = plan.index.slots_of(commitment.id)
        for index, entry in enumerate(commitment.history if slots else ()):
            announced = _announced(plan, slots, entry) if entry.date and is_held(entry) else []
            days = [each.slot.at.date() for each in announced]
            if days and entry.date not in days:
                yield _finding(commitment, index, announced[-1])


def _announced(plan: Plan, slots: list[Scheduled], entry: Entry) -> list[Scheduled]:
    """Return the slots that earlier meetings than that of a step scheduled."""
    heard = plan.meetings.get(entry.meeting)
    return [each for each in slots if heard and each.meeting.date < heard.date]


def _finding(commitment: Commitment, index: int, last: Scheduled) -> Finding:
    return Finding(
        commitment.at("history", index, "date"),
        "the meeting was held on {date}, and its slot is on {day}",
        "correct the day, or accept this here and say that the meeting was moved",
        {"date": commitment.history[index].date, "day": last.slot.at.date()},
        last.at / "at",
    )
