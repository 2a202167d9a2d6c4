"""Which commitments are stuck: a meeting has no slot, or went by unheard of; or all is quiet."""

import datetime as dt
from bisect import bisect_right
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan.plan import Plan
from ogp_cli.plan.waiting import waiting_entry

_LONG = 2  # meetings: that nothing is said at one is usual
_MOVING = {"standing", "merge-proposed"}


class Halt(NamedTuple):
    """What holds a commitment up: a meeting that has no slot, or whose slot went by; silence.

    `idle` counts the steering committees, up to the last, that heard nothing new of it.
    """

    waits: bool = False
    overdue: bool = False
    idle: int = 0
    has_slot: bool = False

    @property
    def is_stuck(self) -> bool:
        """Whether nothing is to come: it waits for a slot or news of one, or is long silent."""
        return self.waits or self.overdue or (self.idle >= _LONG and not self.has_slot)


def halt(plan: Plan, commitment: Commitment) -> Halt:
    """Return what holds a commitment up; nothing holds up what has ended."""
    if commitment.status not in _MOVING:
        return Halt()
    has_slot, quiet = plan.next_slot(commitment.id) is not None, _idle(plan, commitment)
    index = waiting_entry(plan, commitment)
    if index is None or has_slot:
        return Halt(idle=quiet, has_slot=has_slot)
    promised = plan.day_of(commitment.history[index]) or dt.date.min
    overdue = any(each.slot.at.date() >= promised for each in plan.slots_of(commitment.id))
    return Halt(waits=not overdue, overdue=overdue, idle=quiet)


def _idle(plan: Plan, commitment: Commitment) -> int:
    """Count the meetings without news; a card is heard of when what it was merged from is."""
    histories = [commitment, *(plan.commitments.get(each) for each in commitment.merged_from)]
    heard = (
        plan.meetings.get(entry.meeting) for each in histories if each for entry in each.history
    )
    last = max((meeting.date for meeting in heard if meeting), default=dt.date.min)
    since = max(last, commitment.proposed or dt.date.min)
    return len(plan.steering_days) - bisect_right(plan.steering_days, since)
