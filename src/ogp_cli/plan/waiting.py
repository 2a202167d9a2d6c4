"""Which commitments wait for a coordination meeting."""

import datetime as dt

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan.plan import Plan


def waiting_entry(plan: Plan, commitment: Commitment, until: dt.date = dt.date.max) -> int | None:
    """Return the index of the step that promises the meeting that is still to come, or None.

    Only steps up to the day `until` count; the last one on meetings decides.
    """
    waiting = None
    for index, entry in enumerate(commitment.history):
        day = plan.day_of(entry)
        if day and day > until:
            break
        if entry.step == "meeting-to-schedule":
            waiting = index
        elif entry.step == "meeting-held":
            waiting = None
    return waiting
