"""Rules on the slots that meetings schedule."""

from collections import Counter
from collections.abc import Iterator, Set
from datetime import date, datetime

from ogp_cli.checks.comparison import CAUSES, deciding
from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting, Slot
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Moment, Plan, SlotLife, moment_of
from ogp_cli.problem import Finding, Place
from ogp_cli.process.as_of import present
from ogp_cli.process.drafting import is_held, is_over, promised
from ogp_cli.process.fold import expected
from ogp_cli.process.vocabulary import ENDED


@rule("warning", needs={"meetings"}, once=True)
def unscheduled(plan: Plan) -> Iterator[Finding]:
    """A commitment is waiting for a coordination meeting, but has no slot.

    The last step on meetings in its history is `meeting-to-schedule`, and neither that meeting nor
    a later one schedules it. A slot that was called off, or whose coordination meeting was held,
    does not count any more. In the report of 21 March 2024: 16.
    """
    for commitment in plan.commitments.values():
        line = promised(plan, commitment)
        if line is None or is_over(plan, commitment):
            continue
        meeting, slots = line.meeting, plan.slots_of(commitment.id)
        since = [each for each in slots if each.said_by.date >= meeting.date]
        if not any(each.is_open for each in since):
            yield Finding(
                line.at,
                "a coordination meeting is to be scheduled, and its slot was called off or kept "
                "without this commitment"
                if since
                else "this commitment awaits a coordination meeting, but none is scheduled",
                "add a slot to the schedule of a meeting, or the step “meeting-held”",
                {},
                since[-1].at if since else meeting.at("schedule").name,
            )


@rule("warning", needs={"meetings"}, once=True)
def scheduled_without_waiting(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled on a commitment that is not waiting for one.

    Up to the meeting with this schedule, the commitment's history mentions no meeting to schedule,
    or says that the last one was held. In the report of 21 March 2024: 1, 4 and 17. A slot that was
    called off says nothing any more.
    """
    waits: dict[tuple[str, Moment], bool] = {}
    for life in plan.slots.values():
        meeting, at, slot = life.scheduled
        for index, name in enumerate(slot.commitments):
            commitment = plan.commitments.get(name)
            if not commitment or is_over(plan, commitment) or life.called_off:
                continue
            then = name, moment_of(meeting)
            if then not in waits:
                waits[then] = promised(plan, commitment, moment_of(meeting)) is not None
            if not waits[then]:
                yield _without_waiting(plan, life, at / "commitments" / index, commitment)


def _without_waiting(plan: Plan, life: SlotLife, at: Place, commitment: Commitment) -> Finding:
    then, story = moment_of(life.scheduled.meeting), expected(plan).story(commitment.id)
    held = [each for each in story if is_held(each) and moment_of(each.meeting) <= then]
    if not life.is_open or life.slot.at.date() < (plan.day or life.slot.at.date()):
        message = "this commitment was scheduled, but its history mentioned no meeting to schedule"
    elif held:
        message = "this commitment is scheduled, but its history says that the meeting was held"
    else:
        message = "this commitment is scheduled, but its history mentions no meeting to schedule"
    return Finding(
        at,
        message,
        "add the step “meeting-to-schedule” to a meeting, or remove it from the slot",
        {},
        held[0].at if held else commitment.at(),
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
                    "remove it from one of the two, or accept the warning "
                    "under “accept:” (how: ogp rules {rule})",
                    {"name": name},
                    other,
                )


# What ended needs no meeting: the rule ended-scheduled reports it.
_MAY_LACK = ENDED | {"pending"}


@rule("warning", needs={"meetings"})
def scheduled_without_lead(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting is scheduled on a commitment that has no lead.

    The meeting is held with the head of the project, whom an institution names. A merged commitment
    may have no lead while its merge is only proposed.
    """
    reported, now = set(), present(plan)
    for _, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            commitment = now.commitments.get(name)
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
    for life in plan.slots.values():
        meeting, at, slot = life.scheduled
        for index, name in enumerate(slot.commitments):
            last = ledger.last_line(name, moment_of(meeting))
            known = plan.commitments.get(name)
            # If its file does not agree that it ended, the comparison reports that.
            has_ended = last and last.status in ENDED and known and known.status in ENDED
            if last and last.decided and known and has_ended and not life.called_off:
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
    """A coordination meeting is scheduled for a day before the meeting that schedules or moves it.

    Usually the month or the year is wrong. A slot on the same day is fine.
    """
    for meeting, place, at in _times(plan):
        if at.date() < meeting.date:
            yield Finding(
                place,
                "the slot is on {day}, before the meeting of {meeting}",
                "correct the day",
                {"day": at.date(), "meeting": meeting.id},
                meeting.at("date"),
            )


def _times(plan: Plan) -> Iterator[tuple[Meeting, Place, datetime]]:
    """Yield every time that a meeting gives to a slot, with its place."""
    for meeting, at, slot in plan.index.slots:
        yield meeting, at / "at", slot.at
    for meeting in plan.meetings.values():
        for key, to in meeting.reschedule.items():
            yield meeting, meeting.at("reschedule", key), to


@rule("warning", needs={"organizations", "meetings"}, after={"scheduled-twice"})
def slot_lead(plan: Plan) -> Iterator[Finding]:
    """The institutions of a coordination meeting are not those that lead its commitments.

    Each institution leads at least one of the commitments, and the lead of each commitment is
    invited; of several leads, one is enough. An institution and its departments count as one.
    Commitments without a lead are passed over.
    """
    now = present(plan)
    for _, at, slot in plan.index.slots:
        known = [now.commitments.get(name) for name in slot.commitments]
        leads = {lead for each in known if each for lead in each.leads}
        if leads and all(map(plan.institutions.is_known, (*slot.organizations, *leads))):
            yield from [*_leading_nothing(plan, at, slot, leads)] or _led_by_others(now, at, slot)


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
        if not commitment or not commitment.leads:
            continue
        if not plan.institutions.concern(slot.organizations, commitment.leads):
            yield Finding(
                place,
                "{name} is led by “{lead}”, which is not invited here",
                "correct the commitment or its lead, or add the institution",
                {"name": name, "lead": ", ".join(commitment.leads)},
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
    before: tuple[Meeting, Place, datetime] | None = None
    for meeting, place, at in _times(plan):
        finding = _unlikely(meeting, place, at)
        if finding:
            yield finding
            continue
        is_listed = place.path[0] == "schedule"
        if is_listed and before and before[0] is meeting and at < before[2]:
            yield Finding(
                place,
                "this slot is earlier than the one before it",
                "correct one of the two times, or put the slots in order",
                {},
                before[1],
            )
        before = meeting, place, at


def _unlikely(meeting: Meeting, place: Place, at: datetime) -> Finding | None:
    days = (at.date() - meeting.date).days
    if not _MORNING <= at.hour < _NIGHT:
        hour, hint = {"hour": f"{at:%H:%M}"}, "correct the hour"
        return Finding(place, "the slot is at night, at {hour}", hint, hour)
    if days >= _HALF_A_YEAR:
        message = "the slot is {days} days after the meeting that schedules it"
        return Finding(place, message, "correct the day", {"days": days}, meeting.at("date"))
    return None


@rule("warning", needs={"meetings"})
def held_on_another_day(plan: Plan) -> Iterator[Finding]:
    """A coordination meeting was held on another day than the one that was scheduled.

    This compares the slots of earlier meetings with the steps that have a `date` of their own, and
    with the coordination meetings that name their `slot`. One of the two days is most often a slip.
    If the slot was moved, the file of the meeting that moved it says so, with `reschedule`.
    """
    ledger = expected(plan)
    for commitment in plan.commitments.values():
        slots = plan.slots_of(commitment.id)
        for line in ledger.story(commitment.id) if slots else ():
            day = line.heard.date if line.heard and is_held(line) else None
            if day is None or line.meeting.slot:
                continue  # of a meeting that names its slot, its own file tells
            earlier = (each for each in slots if each.said_by.date < line.meeting.date)
            announced = [each for each in earlier if not each.called_off]
            if announced and day not in [each.slot.at.date() for each in announced]:
                yield _on_another_day(line.word_at or line.at, day, announced[-1])
    for life in plan.slots.values():
        if life.held and life.held.slot and life.held.date != life.slot.at.date():
            yield _on_another_day(life.held.at("slot"), life.held.date, life)


def _on_another_day(at: Place, day: date | None, life: SlotLife) -> Finding:
    return Finding(
        at,
        "the meeting was held on {date}, and its slot is on {day}",
        "correct the day, or write the slot's new time under “reschedule” in a meeting",
        {"date": day, "day": life.slot.at.date()},
        life.at,
    )


@rule("warning", needs={"meetings"})
def double_booked(plan: Plan) -> Iterator[Finding]:
    """An institution or a group is invited to two coordination meetings at the same time.

    The schedule gives no duration, so only the same hour and minute count as the same time.
    """
    first: dict[tuple[datetime, str], Place] = {}
    for life in plan.slots.values():
        slot, at = life.slot, life.at
        guests = () if life.called_off else (*slot.organizations, *slot.attendees)
        taken = next((guest for guest in guests if (slot.at, guest) in first), None)
        if taken:
            yield Finding(
                at,
                "“{guest}” is invited elsewhere at the same time",
                "correct the time of one of the two",
                {"guest": taken},
                first[slot.at, taken],
            )
        for guest in guests:
            first.setdefault((slot.at, guest), at)


_SEVERAL = 4  # slots: fewer have no usual guests


@rule("warning")
def invited_otherwise(plan: Plan) -> Iterator[Finding]:
    """One slot of a schedule does not invite the groups that all its other slots invite.

    Most often, the representatives of civil society were forgotten in one slot, and the minutes
    print it so.
    """
    for meeting in plan.all_meetings:
        groups = Counter(frozenset(slot.attendees) for slot in meeting.schedule)
        usual, number = groups.most_common(1)[0] if groups else (frozenset[str](), 0)
        for index, slot in enumerate(meeting.schedule if number >= _SEVERAL - 1 else ()):
            invited = {*slot.attendees}
            is_known = invited <= plan.info.groups.keys()  # else another rule says so
            if invited != usual and is_known and number == len(meeting.schedule) - 1:
                yield Finding(
                    meeting.at("schedule", index, "attendees").name,
                    "the other slots invite {usual}, and this one {attendees}",
                    "correct the list, or accept the warning "
                    "under “accept:” (how: ogp rules {rule})",
                    {
                        "usual": ", ".join(sorted(usual)) or "–",
                        "attendees": ", ".join(slot.attendees) or "–",
                    },
                    meeting.at("schedule", 0 if index else 1, "attendees").name,
                )


@rule("error", needs={"meetings"})
def unknown_slot(plan: Plan) -> Iterator[Finding]:
    """A meeting moves, calls off or holds a slot that no schedule has.

    A slot is named by the day and hour that it was first scheduled for, also after it was moved.
    Where two begin at the same time, each has an `id`, and that is its name.

        reschedule:
          2024-03-26 13:00: 2024-03-28 10:00
    """
    keys = {key for each in plan.index.slots for key in each.slot.keys}
    nearest = Nearest(keys)
    for meeting in plan.all_meetings:
        named = [
            *((each, meeting.at("reschedule", each).name) for each in meeting.reschedule),
            *((each, meeting.at("call_off", each).name) for each in meeting.call_off),
            *([(meeting.slot, meeting.at("slot"))] if meeting.slot else []),
        ]
        for key, at in named:
            slots, near = plan.index.slots_named(key), nearest(key)
            if not slots:
                hint = (
                    "did you mean “{near}”?"
                    if near
                    else "write the time that it was first scheduled for"
                )
                yield Finding(at, "no slot “{name}”", hint, {"name": key, "near": near})
            elif len(slots) > 1:
                message = "“{name}” may be several slots"
                hint = "give each of them an “id”, and write that here"
                yield Finding(at, message, hint, {"name": key}, slots[-1].at / "at")
            elif moment_of(slots[0].meeting) > moment_of(meeting):
                message = "the slot was scheduled later, by the meeting of {meeting}"
                hint = "correct the slot, or move the line to a later meeting"
                values = {"meeting": slots[0].meeting.id}
                yield Finding(at, message, hint, values, slots[0].at / "at")
