"""Which commitments are stuck: a meeting has no slot, or went by unheard of; or all is quiet."""

import datetime as dt
from bisect import bisect_right
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan.plan import Plan
from ogp_cli.plan.waiting import waiting_entry

_LONG = 2  # meetings: that nothing is said at one is usual
_MOVING = {"standing", "merge-proposed"}


class Stuck(NamedTuple):
    """Why a commitment is stuck.

    It waits for a slot; or its slot is past, and nobody told of the meeting; or nothing was heard
    of it at `idle` meetings.
    """

    waits: bool
    overdue: bool
    idle: int


def stuck(plan: Plan, commitment: Commitment) -> Stuck | None:
    """Return why a commitment is stuck; None if it ended, has a slot to come, or moves on."""
    if commitment.status not in _MOVING or plan.next_slot(commitment.id):
        return None
    found = Stuck(waits(plan, commitment), overdue(plan, commitment), idle(plan, commitment))
    return found if found.waits or found.overdue or found.idle >= _LONG else None


def waits(plan: Plan, commitment: Commitment) -> bool:
    """Whether a meeting on a commitment was promised, and got no slot since."""
    index = waiting_entry(plan, commitment)
    if index is None:
        return False
    promised = plan.day_of(commitment.history[index]) or dt.date.min
    return all(each.slot.at.date() < promised for each in plan.slots_of(commitment.id))


def overdue(plan: Plan, commitment: Commitment) -> bool:
    """Whether a meeting on a commitment was promised, got a slot, and was not told of since."""
    promised = waiting_entry(plan, commitment) is not None
    unmet = promised and not plan.next_slot(commitment.id)
    return unmet and not waits(plan, commitment)


def idle(plan: Plan, commitment: Commitment) -> int:
    """Return at how many steering committees, up to the last, nothing new was heard of it.

    A card is heard of when what it was merged from is; what ended is not idle.
    """
    if commitment.status not in _MOVING:
        return 0
    histories = [commitment, *(plan.commitments.get(each) for each in commitment.merged_from)]
    heard = (
        plan.meetings.get(entry.meeting) for each in histories if each for entry in each.history
    )
    last = max((meeting.date for meeting in heard if meeting), default=dt.date.min)
    since = max(last, commitment.proposed or dt.date.min)
    return len(plan.steering_days) - bisect_right(plan.steering_days, since)
