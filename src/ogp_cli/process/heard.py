"""What a meeting heard and decided on each commitment, and the files behind its minutes."""

import datetime as dt

from ogp_cli.models.commitment import Commitment, Proposal
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Ledger, Line
from ogp_cli.process.vocabulary import ENDED, MERGED_ONLY
from ogp_cli.store.folder import ORGANIZATIONS, PLAN

Row = tuple[Commitment, list[Line]]


def heard_at(plan: Plan, meeting: Meeting) -> list[Row]:
    """Return the commitments that a meeting heard of, each with its lines of the story there.

    One that reviewed all heard of each that was open. Those that ended before the meeting are left
    out then, and so are merged commitments that were not decided yet. A meeting that heard of no
    step at all heard of no commitment.
    """
    ledger, before = expected(plan, moment_of(meeting)), expected(plan, _before(plan, meeting))
    rows = [(each, ledger.state(id_).lines_of(meeting)) for id_, each in plan.commitments.items()]
    if not any(heard for _, heard in rows):
        return []
    is_whole = meeting.reviewed == "all"
    return [row for row in rows if row[1] or (is_whole and _is_alive(before, row[0], meeting))]


def files_behind(plan: Plan, meeting: Meeting) -> frozenset[str]:
    """Return the files that the minutes of a meeting are made from, including unreadable ones."""
    named = {
        *(each for decision in meeting.decisions for each in decision.commitments),
        *(each for slot in meeting.schedule for each in slot.commitments),
        *(commitment.id for commitment, _ in heard_at(plan, meeting)),
    }
    ledger = expected(plan)
    became = {each for name in named for each in ledger.state(name).into}
    known = [plan.commitments[name] for name in named | became if name in plan.commitments]
    return plan.unread | {PLAN, ORGANIZATIONS, *(record.file for record in (meeting, *known))}


def _is_alive(before: Ledger, commitment: Commitment, meeting: Meeting) -> bool:
    """Whether a commitment was open at a steering committee, which may report nothing on it."""
    state = before.state(commitment.id)
    return (
        meeting.kind == "steering-committee"
        and not before.adoption
        and (isinstance(commitment, Proposal) or state.made is not None)
        and state.status not in ENDED | MERGED_ONLY
    )


def _before(plan: Plan, meeting: Meeting) -> Moment:
    """Return the moment of the meeting before this one."""
    moments = (moment_of(each) for each in plan.meetings.values())
    earlier = (each for each in moments if each < moment_of(meeting))
    return max(earlier, default=Moment(dt.date.min))
