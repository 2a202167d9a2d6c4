"""What a meeting heard and decided on each commitment, and the files behind its minutes."""

import datetime as dt
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment, Proposal
from ogp_cli.models.history import Entry, Step
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Decided, Moment, Plan, moment_of
from ogp_cli.process.ledger import Ledger, Posting, expected
from ogp_cli.process.lines import Said, all_lines
from ogp_cli.process.vocabulary import EFFECTS, ENDED, MERGED_ONLY, StepOrder
from ogp_cli.store.folder import ORGANIZATIONS, PLAN


class MinutesStep(NamedTuple):
    """A step of a commitment at a meeting: what is said of it, and the decision behind it.

    That is said by the meeting, if it says its steps, or else by the history. A step of the
    drafting has no decision; one that was not carried into the history, no entry.
    """

    step: Step
    entry: Said | None
    decided: Decided | None = None


Row = tuple[Commitment, list[MinutesStep]]


def heard_at(plan: Plan, meeting: Meeting) -> list[Row]:
    """Return the commitments that were open at a meeting, each with its steps there.

    Those that ended before the meeting are left out, and so are merged commitments that are not
    decided yet. A meeting that heard of no step at all heard of no commitment; one that says its
    steps and did not review all, of those alone that it names.
    """
    ledger, before = expected(plan, moment_of(meeting)), expected(plan, _before(plan, meeting))
    rows = [(each, _heard(plan, ledger, each, meeting)) for each in plan.commitments.values()]
    if not any(heard for _, heard in rows):
        return []
    is_whole = not meeting.says_steps or meeting.reviewed == "all"
    return [row for row in rows if row[1] or (is_whole and _is_alive(before, row[0], meeting))]


def history_of(plan: Plan, commitment: Commitment) -> list[MinutesStep]:
    """Return the history of a commitment, each entry with the decision behind it, if any."""
    postings = expected(plan).postings.get(commitment.id, [])
    return [MinutesStep(each.step, each, _decision(each, postings)) for each in commitment.history]


def files_behind(plan: Plan, meeting: Meeting) -> frozenset[str]:
    """Return the files that the minutes of a meeting are made from, including unreadable ones."""
    named = {
        *(each for decision in meeting.decisions for each in decision.commitments),
        *(each for slot in meeting.schedule for each in slot.commitments),
        *(commitment.id for commitment, _ in heard_at(plan, meeting)),
    }
    known = [plan.commitments[name] for name in named if name in plan.commitments]
    targets = [plan.commitments.get(each.became or "") for each in known]
    records = (meeting, *known, *filter(None, targets))
    return plan.unread | {PLAN, ORGANIZATIONS, *(record.file for record in records)}


def _heard(
    plan: Plan, ledger: Ledger, commitment: Commitment, meeting: Meeting
) -> list[MinutesStep]:
    """Return the steps of a commitment at a meeting, also those that its history lacks.

    A step that no meeting decided is left out. A meeting may say its steps itself.
    """
    if meeting.says_steps:
        lines = all_lines(plan).get(commitment.id, {}).get(meeting.id, [])
        return [MinutesStep(line.step, line.heard, line.decided) for line in lines]
    entries = plan.index.entries_of(meeting.id).get(commitment.id, [])
    postings = [
        each
        for each in ledger.postings.get(commitment.id, ())
        if each.decided.meeting.id == meeting.id
    ]
    found = [MinutesStep(each.step, each, _decision(each, postings)) for each in entries]
    said = [each for each in found if each.decided or each.step not in EFFECTS]
    shown = {each.step for each in said}
    lacking = [
        MinutesStep(each.step, None, each.decided) for each in postings if each.step not in shown
    ]
    opening = [each for each in lacking if EFFECTS[each.step].order < StepOrder.HEARD]
    return [*opening, *said, *(each for each in lacking if each not in opening)]


def _decision(entry: Entry, postings: list[Posting]) -> Decided | None:
    same = (
        each.decided
        for each in postings
        if (each.decided.meeting.id, each.step) == (entry.meeting, entry.step)
    )
    return next(same, None)


def _is_alive(before: Ledger, commitment: Commitment, meeting: Meeting) -> bool:
    """Whether a commitment was open at a steering committee, which may report nothing on it."""
    state = before.state(commitment.id)
    is_there = isinstance(commitment, Proposal) or state.made is not None
    return (
        meeting.kind == "steering-committee"
        and is_there
        and not before.closed
        and state.status not in ENDED | MERGED_ONLY
    )


def _before(plan: Plan, meeting: Meeting) -> Moment:
    """Return the moment of the meeting before this one."""
    moments = (moment_of(each) for each in plan.meetings.values())
    earlier = (each for each in moments if each < moment_of(meeting))
    return max(earlier, default=Moment(dt.date.min))
