"""What changed between two moments, from the dated events in the data."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from ogp_cli.models.commitment import FATE_STEPS, Commitment, Entry
from ogp_cli.models.meeting import Decision, Meeting, Slot
from ogp_cli.plan.fate import step_of
from ogp_cli.plan.plan import Plan


class Change(NamedTuple):
    """Something that happened: on which day, to which commitments (by id), and what it is of.

    `kind` is `meeting`, `proposal`, `step` (of the drafting), `slot` (of a schedule), or for a
    decision the step of a history that goes with it. `meeting` is the id of the meeting that it is,
    or that decided, heard or scheduled it.
    """

    day: dt.date
    kind: str
    commitments: tuple[str, ...]
    meeting: str | None
    of: Commitment | Entry | Decision | Meeting | Slot


def changes(plan: Plan, since: dt.date | None, until: dt.date | None) -> list[Change]:
    """Return what happened after the day `since`, up to and with the day `until`, in order of time.

    A slot is a change of the day of the meeting that scheduled it. A proposal is new on the day
    that its file says; where it says none, nothing is known of that.
    """
    found = [*_meetings(plan), *_commitments(plan)]
    after = (each for each in found if since is None or each.day > since)
    recent = (each for each in after if until is None or each.day <= until)
    return sorted(recent, key=lambda each: each.day)


def last_but_one(plan: Plan, until: dt.date | None) -> dt.date | None:
    """Return the last day with a meeting before the day of the last one, up to `until`, if any."""
    days = {meeting.date for meeting in plan.meetings.values()}
    past = sorted(day for day in days if until is None or day <= until)
    return next(iter(past[-2:-1]), None)


def _meetings(plan: Plan) -> Iterator[Change]:
    for meeting in plan.meetings.values():
        day, id_ = meeting.date, meeting.id
        yield Change(day, "meeting", (), id_, meeting)
        for decision in meeting.decisions:
            yield Change(day, step_of(decision), decision.commitments, id_, decision)
        for slot in meeting.schedule:
            yield Change(day, "slot", slot.commitments, id_, slot)


def _commitments(plan: Plan) -> Iterator[Change]:
    for commitment in plan.commitments.values():
        if commitment.proposed and commitment.is_proposal:
            yield Change(commitment.proposed, "proposal", (commitment.id,), None, commitment)
        for entry in commitment.history:
            day = plan.day_of(entry)
            if day and entry.step not in FATE_STEPS:
                yield Change(day, "step", (commitment.id,), entry.meeting, entry)
