"""What changed between two moments in the order of the meetings."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from ogp_cli.models.card import IrmCoding
from ogp_cli.models.commitment import Commitment, Proposal
from ogp_cli.models.decision import Decision
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.report import Reported
from ogp_cli.plan import Moment, Plan, SlotLife, moment_of
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Line


class ChangeEntry(NamedTuple):
    """Something that is new: since when, to which commitments (by id), and what it is.

    `kind` is `meeting`, `proposal`, `step` (of the drafting), `slot` (of a schedule), `report` (of
    a half-year, its `period`), `irm` or, for a decision, the step that it stands for, or else its
    key. A slot is new when it is scheduled, moved, called off and held: `of` is its life so far.
    `meeting` is the id of the meeting, or of the one that decided, heard or scheduled the change.
    `with_it` are the proposals that end with a merged commitment that is cancelled.
    """

    since: Moment
    kind: str
    commitments: tuple[str, ...]
    meeting: str | None
    of: Commitment | Line | Decision | Meeting | SlotLife | Reported | IrmCoding
    with_it: tuple[str, ...] = ()
    period: str | None = None

    @property
    def day(self) -> dt.date:
        """The day of the meeting, or that of the proposal."""
        return self.since.day


def changes(plan: Plan, since: Moment | None, until: Moment | None) -> list[ChangeEntry]:
    """Return what is new after `since`, up to and including `until`, in the order of the meetings.

    A proposal is new on the day in its file; without a day, it is never new.
    """
    found = [*_meetings(plan), *_slots(plan), *_commitments(plan), *_of_plan(plan)]
    after = (each for each in found if since is None or each.since > since)
    recent = (each for each in after if until is None or each.since <= until)
    return sorted(recent, key=lambda each: each.since)


def last_but_one(plan: Plan, until: Moment | None) -> Moment | None:
    """Return the moment of the last meeting but one, up to `until`, if there is one."""
    moments = map(moment_of, plan.meetings.values())
    past = [moment for moment in moments if until is None or moment <= until]
    return next(iter(past[-2:-1]), None)


def _meetings(plan: Plan) -> Iterator[ChangeEntry]:
    for meeting in plan.meetings.values():
        moment, id_ = moment_of(meeting), meeting.id
        yield ChangeEntry(moment, "meeting", (), id_, meeting)
        for decision in meeting.decisions:
            with_it = tuple(_end_with(plan, decision, moment))
            kind = decision.step or decision.KEY
            yield ChangeEntry(moment, kind, decision.commitments, id_, decision, with_it)


def _slots(plan: Plan) -> Iterator[ChangeEntry]:
    for life in plan.slots.values():
        for meeting, then in life.stages:
            commitments = then.slot.commitments
            yield ChangeEntry(moment_of(meeting), "slot", commitments, meeting.id, then)


def _end_with(plan: Plan, decision: Decision, moment: Moment) -> Iterator[str]:
    """Yield the proposals whose outcome a decision on a merged commitment changes."""
    ledger = expected(plan, moment)
    made = {each for each in decision.commitments if ledger.state(each).members}
    if decision.step == "cancelled" and made:
        yield from (each.id for each in plan.commitments.values() if made & {*ledger.path(each.id)})


def _commitments(plan: Plan) -> Iterator[ChangeEntry]:
    for commitment in plan.commitments.values():
        if isinstance(commitment, Proposal) and commitment.proposed:
            proposed = Moment(commitment.proposed)
            yield ChangeEntry(proposed, "proposal", (commitment.id,), None, commitment)
        for line in expected(plan).story(commitment.id):
            if line.heard:
                moment, id_ = moment_of(line.meeting), line.meeting.id
                yield ChangeEntry(moment, "step", (commitment.id,), id_, line)


def _of_plan(plan: Plan) -> Iterator[ChangeEntry]:
    """Yield what was reported on the commitments of the plan, and what the IRM found, by day."""
    for id_, commitment in plan.adopted.items():
        for period, report in plan.reports.items():
            for reported in report.entries(id_):
                day = report.known_since(reported)
                if day and reported.says_something:
                    yield ChangeEntry(Moment(day), "report", (id_,), None, reported, period=period)
        for coding in commitment.irm:
            if coding.date:
                yield ChangeEntry(Moment(coding.date), "irm", (id_,), None, coding)
