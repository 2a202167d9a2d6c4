"""Which commitments are stuck: they wait for a slot, their slot has passed, or have no news."""

import datetime as dt
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.process.drafting import is_over, promised
from ogp_cli.process.fold import expected
from ogp_cli.process.vocabulary import MERGED_ONLY

_LONG = 2  # meetings: one without news is normal


class Blockage(NamedTuple):
    """What holds a commitment up: a meeting without a slot, a slot that has passed, or no news.

    `idle` counts the last meetings of the steering committee without news of it.
    """

    waits: bool = False
    overdue: bool = False
    idle: int = 0
    has_slot: bool = False

    @property
    def is_stuck(self) -> bool:
        """Whether it waits for a slot, its slot has passed, or it has had no news for long."""
        return self.waits or self.overdue or (self.idle >= _LONG and not self.has_slot)


def blockage(plan: Plan, commitment: Commitment) -> Blockage:
    """Return what holds a commitment up; nothing if it has ended or is not decided yet."""
    if is_over(plan, commitment) or expected(plan).status(commitment.id) in MERGED_ONLY:
        return Blockage()
    has_slot, quiet = plan.next_slot(commitment.id) is not None, _idle(plan, commitment)
    line = promised(plan, commitment)
    if line is None or has_slot:
        return Blockage(idle=quiet, has_slot=has_slot)
    since = line.meeting.date
    overdue = any(each.slot.at.date() >= since for each in plan.open_slots(commitment.id))
    return Blockage(waits=not overdue, overdue=overdue, idle=quiet)


def _idle(plan: Plan, commitment: Commitment) -> int:
    """Count the committees without news; news of its members is news of a merged commitment."""
    ledger = expected(plan)
    lines = (
        line
        for name in (commitment.id, *ledger.state(commitment.id).members)
        for line in ledger.story(name)
    )
    proposed = Moment(getattr(commitment, "proposed", None) or dt.date.min)
    last = max([proposed, *(moment_of(line.meeting) for line in lines)])
    committees = _committees(plan)
    return len(committees) - bisect_right(committees, last)


@lru_cache(maxsize=8)
def _committees(plan: Plan) -> list[Moment]:
    """Return when the steering committee met, in order."""
    meetings = plan.meetings.values()
    return [moment_of(each) for each in meetings if each.kind == "steering-committee"]
