"""Rules on the slots that meetings schedule."""

from collections.abc import Iterator, Set
from datetime import datetime

from ogp_cli.checks.comparison import CAUSES, deciding
from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import Entry
from ogp_cli.models.meeting import Slot
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.plan.index import Scheduled
from ogp_cli.problem import Finding, Place
from ogp_cli.process.drafting import is_held, is_over, promised, waiting
from ogp_cli.process.ledger import expected
from ogp_cli.process.vocabulary import ENDED


@rule("warning", needs={"meetings"}, once=True)
def unscheduled(plan: Plan) -> Iterator[Finding]:
    """A commitment is waiting for a coordination meeting, but has no slot.

    The last step on meetings in its history is `meeting-to-schedule`, and neither that meeting nor
    a later one schedules it. A slot whose coordination meeting was held does not count any more. In
    the report of 21 March 2024: 16.
    """
    for commitment in plan.commitments.values():
        index = waiting(plan, commitment)
        if index is None or is_over(plan, commitment):
            continue
        meeting = plan.meetings.get(commitment.history[index].meeting)
        slots = plan.open_slots(commitment.id)
        if meeting and not any(slot.meeting.date >= meeting.date for slot in slots):
            yield Finding(
                commitment.at("history", index, "step"),
                "a coordination meeting is to be scheduled, but no schedule has one",
                "add a slot to the schedule of a meeting, or the step “meeting-held”",
                {},
                meeting.at("schedule").name,
            )


@rule("warning", needs={"meetings"}, once=True)
def scheduled_without_waiting(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled on a commitment that is not waiting for one.

    Up to the meeting with this schedule, the commitment's history mentions no meeting to schedule,
    or says that the last one was held. In the report of 21 March 2024: 1, 4 and 17.
    """
    waits: dict[tuple[str, Moment], bool] = {}
    for meeting, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            commitment = plan.commitments.get(name)
            if not commitment or is_over(plan, commitment):
                continue
            then = name, moment_of(meeting)
            if then not in waits:
                waits[then] = promised(plan, commitment, moment_of(meeting)) is not None
            if not waits[then]:
                yield _finding(at / "commitments" / index, commitment)


def _finding(at: Place, commitment: Commitment) -> Finding:
    held = next((i for i, each in enumerate(commitment.history) if is_held(each)), None)
    related = commitment.at() if held is None else commitment.at("history", held, "step")
    return Finding(
        at,
        "this commitment is scheduled, but its history mentions no meeting to schedule"
        if held is None
        else "this commitment is scheduled, but its history says that the meeting was held",
        "add the step “meeting-to-schedule” to its history, or remove it from the slot",
        {},
        related,
    )


@rule("warning")
def scheduled_twice(plan: Plan) -> Iterator[Finding]:
    """One schedule has two coordination meetings on the same commitment.

    A later meeting schedules a second one, after the first was held.
    """
    first: dict[tuple[str, str], Place] = {}
    for meeting, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            place = at / "commitments" / index
            other = first.setdefault((meeting.id, name), place)
            if other.path[:2] != place.path[:2]:
                yield Finding(
                    place,
                    "{name} has another coordination meeting in this schedule",
                    "remove it from one of the two, or accept the warning here with the reason",
                    {"name": name},
                    other,
                )


# What ended needs no meeting: the rule ended-scheduled reports it.
_MAY_LACK = ENDED | {"pending"}


@rule("warning")
def scheduled_without_lead(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled on a commitment that has no lead.

    The meeting is held with the head of the project, whom an institution names. A merged commitment
    may have no lead while its merge is only proposed.
    """
    reported = set()
    for _, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            commitment = plan.commitments.get(name)
            if not commitment or commitment.lead or commitment.status in _MAY_LACK:
                continue
            if name not in reported:
                reported.add(name)
                yield Finding(
                    at / "commitments" / index,
                    "{name} is scheduled, and has no lead",
                    "add a line that starts with “lead:” to the file of the commitment",
                    {"name": name},
                    commitment.at(),
                )


@rule("error", needs={"meetings"}, after=CAUSES)
def ended_scheduled(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled on a commitment that was cancelled or merged.

    Only schedules of the meeting that decided so, and of later meetings, count: before, the
    commitment was still open. Once a merge is decided, schedule meetings on the merged commitment.
    """
    ledger, naming = expected(plan), deciding(plan)
    for meeting, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            last = ledger.last_posting(name, moment_of(meeting))
            known = plan.commitments.get(name)
            # If its file does not agree that it ended, the comparison reports that.
            if last and last.status in ENDED and known and known.status in ENDED:
                into = getattr(last.decided.decision, "into", None)
                yield Finding(
                    at / "commitments" / index,
                    "{name} is scheduled here, but the meeting of {meeting} ended it",
                    "schedule “{into}” instead"
                    if into
                    else "remove it here, or correct the decision",
                    {"name": name, "meeting": last.decided.meeting.id, "into": into},
                    last.decided.at,
                    follows=[*naming[name], known.at()],
                )


@rule("error")
def slot_before_meeting(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled for a day before the meeting that schedules it.

    Usually the month or the year is wrong. A slot on the same day is fine.
    """
    for meeting, at, slot in plan.index.slots:
        if slot.at.date() < meeting.date:
            yield Finding(
                at / "at",
                "the slot is on {day}, before the meeting of {meeting}",
                "correct the day",
                {"day": slot.at.date(), "meeting": meeting.id},
                meeting.at("date"),
            )


@rule("warning", needs={"organizations"}, after={"scheduled-twice"})
def slot_lead(plan: Plan) -> Iterator[Finding]:
    """The institutions of a coordination meeting are not those that lead its commitments.

    Each institution leads at least one of the commitments, and the lead of each commitment is
    invited. An institution and its departments count as one. Commitments without a lead are passed
    over.
    """
    for _, at, slot in plan.index.slots:
        known = [plan.commitments.get(name) for name in slot.commitments]
        leads = {each.lead for each in known if each and each.lead}
        if leads and all(map(plan.institutions.is_known, (*slot.organizations, *leads))):
            yield from [*_leading_nothing(plan, at, slot, leads)] or _led_by_others(plan, at, slot)


def _leading_nothing(plan: Plan, at: Place, slot: Slot, leads: Set[str]) -> Iterator[Finding]:
    for index, name in enumerate(slot.organizations):
        if not any(plan.institutions.related(name, lead) for lead in leads):
            yield Finding(
                at / "organizations" / index,
                "“{name}” leads none of these commitments: {leads}",
                "correct the institution, the commitments, or their leads",
                {"name": name, "leads": ", ".join(sorted(leads))},
            )


def _led_by_others(plan: Plan, at: Place, slot: Slot) -> Iterator[Finding]:
    for index, name in enumerate(slot.commitments):
        commitment, place = plan.commitments.get(name), at / "commitments" / index
        if not commitment or not commitment.lead:
            continue
        lead = commitment.lead
        if not any(plan.institutions.related(each, lead) for each in slot.organizations):
            yield Finding(
                place,
                "{name} is led by “{lead}”, which is not invited here",
                "correct the commitment or its lead, or add the institution",
                {"name": name, "lead": lead},
                commitment.at("lead"),
                follows=[place],
            )


_MORNING, _NIGHT = 7, 22  # hours
_HALF_A_YEAR = 183  # days


@rule("warning")
def slot_time(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled at a time that is most likely a slip.

    It is at night (from 22:00 to 7:00), half a year or more after the meeting that schedules it, or
    earlier than the slot before it. The committee meets at least every six months (OGP requirement
    1.1): what is further away is for a later meeting to schedule. Minutes print the slots in their
    order.
    """
    before: Scheduled | None = None
    for scheduled in plan.index.slots:
        finding = _unlikely(scheduled)
        if finding:
            yield finding
            continue
        if before and before.meeting is scheduled.meeting and scheduled.slot.at < before.slot.at:
            yield Finding(
                _at(scheduled),
                "this slot is earlier than the one before it",
                "correct one of the two times, or put the slots in order",
                {},
                _at(before),
            )
        before = scheduled


def _unlikely(scheduled: Scheduled) -> Finding | None:
    meeting, slot = scheduled.meeting, scheduled.slot
    days = (slot.at.date() - meeting.date).days
    if not _MORNING <= slot.at.hour < _NIGHT:
        hour, hint = {"hour": f"{slot.at:%H:%M}"}, "correct the hour"
        return Finding(_at(scheduled), "the slot is at night, at {hour}", hint, hour)
    if days >= _HALF_A_YEAR:
        message = "the slot is {days} days after the meeting that schedules it"
        when = meeting.at("date")
        return Finding(_at(scheduled), message, "correct the day", {"days": days}, when)
    return None


def _at(scheduled: Scheduled) -> Place:
    return scheduled.at / "at"


@rule("warning", needs={"meetings"})
def held_on_another_day(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting was held on another day than the one that was scheduled.

    Only steps with a `date` of their own count, and the slots of earlier meetings. One of the two
    days is most often a slip; if the meeting was moved, accept this beside the step and say why.
    """
    for commitment in plan.commitments.values():
        slots = plan.index.slots_of(commitment.id)
        for index, entry in enumerate(commitment.history if slots else ()):
            announced = _announced(plan, slots, entry) if entry.date and is_held(entry) else []
            days = [each.slot.at.date() for each in announced]
            if days and entry.date not in days:
                yield _on_another_day(commitment, index, announced[-1])


def _announced(plan: Plan, slots: list[Scheduled], entry: Entry) -> list[Scheduled]:
    """Return the slots that earlier meetings than that of a step scheduled."""
    heard = plan.meetings.get(entry.meeting)
    return [each for each in slots if heard and each.meeting.date < heard.date]


def _on_another_day(commitment: Commitment, index: int, last: Scheduled) -> Finding:
    return Finding(
        commitment.at("history", index, "date"),
        "the meeting was held on {date}, and its slot is on {day}",
        "correct the day, or accept this here and say that the meeting was moved",
        {"date": commitment.history[index].date, "day": last.slot.at.date()},
        last.at / "at",
    )


@rule("warning")
def double_booked(plan: Plan) -> Iterator[Finding]:
    """An institution or a group is invited to two coordination meetings at the same time.

    The schedule gives no duration, so only the same hour and minute count as the same time.
    """
    first: dict[tuple[datetime, str], Place] = {}
    for _, at, slot in plan.index.slots:
        guests = (*slot.organizations, *slot.attendees)
        taken = next((guest for guest in guests if (slot.at, guest) in first), None)
        if taken:
            yield Finding(
                at / "at",
                "“{guest}” is invited elsewhere at the same time",
                "correct the time of one of the two",
                {"guest": taken},
                first[slot.at, taken],
            )
        for guest in guests:
            first.setdefault((slot.at, guest), at / "at")
