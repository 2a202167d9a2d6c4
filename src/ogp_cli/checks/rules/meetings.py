"""Rules on meetings, and on the people there."""

from collections import Counter
from collections.abc import Iterator

from ogp_cli.checks.rule import repeated, rule
from ogp_cli.checks.texts import compared
from ogp_cli.models.card import Head, names_of
from ogp_cli.models.meeting import Meeting, Participant
from ogp_cli.models.plan import Signatory
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.fold import ledgers
from ogp_cli.process.ledger import Ledger
from ogp_cli.store.folder import PLAN


@rule("warning", needs={"plan"}, once=True)
def missing_gender(plan: Plan) -> Iterator[Finding]:
    """A person has no gender, and the plan is published in Arabic, which needs it.

    Arabic minutes print السيد or السيدة before a name. Without `gender`, the name stands alone: it
    is never guessed. French and English minutes need no honorific.

        - {name: وئام المستمد, gender: f, organization: ministry-a}
    """
    if "ar" not in {plan.info.language, *plan.info.languages}:
        return
    people: list[tuple[Participant | Head | Signatory, Place]] = [
        *((each, Place(PLAN, ("signatories", i))) for i, each in enumerate(plan.info.signatories)),
        *(
            (each, Place(PLAN, ("formerly", index, "signatories", i)))
            for index, former in enumerate(plan.info.formerly)
            for i, each in enumerate(former.signatories)
        ),
        *((each, at) for meeting in plan.all_meetings for at, each in meeting.people),
        *((each.head, each.at("head")) for each in plan.commitments.values() if each.head),
    ]
    for person, at in people:
        if person.name and not person.gender:
            yield Finding(
                at / "name",
                "the gender of a person is missing, and Arabic has two honorifics",
                "add “gender: f” or “gender: m”, or accept the warning "
                "under “accept:” (how: ogp rules {rule})",
            )


@rule("warning")
def two_genders(plan: Plan) -> Iterator[Finding]:
    """A person is `f` in one meeting and `m` in another.

    One of the two is a slip, or they are two people with the same name. The gender decides which
    honorific the minutes print.
    """
    first: dict[str, tuple[str, Place]] = {}
    for meeting in plan.all_meetings:
        for at, person in meeting.people:
            if not person.name or not person.gender:
                continue
            gender, place = first.setdefault(
                compared(_name(person.name)), (person.gender, at / "gender")
            )
            if gender != person.gender:
                yield Finding(
                    at / "gender",
                    "“{name}” is “{gender}” here, and “{other}” elsewhere",
                    "correct one of the two, or accept the warning "
                    "under “accept:” if they are two people (how: ogp rules {rule})",
                    {"name": _name(person.name), "gender": person.gender, "other": gender},
                    place,
                )


@rule("error")
def present_and_excused(plan: Plan) -> Iterator[Finding]:
    """A meeting names somebody among those who took part, and among those who did not.

    One of the two is wrong. An institution without names counts too. A person who came in
    somebody's place is named beside the apology:

        apologies:
        - {name: Person One, organization: ministry-a, represented_by: Person Two}
    """
    for meeting in plan.all_meetings:
        there: dict[str, Place] = {}
        for at, person in meeting.people:
            key = compared(_name(person.name)) if person.name else person.organization
            if at.path[0] not in {"apologies", "absent"}:
                there.setdefault(key, at)
            elif key in there:
                yield Finding(
                    at,
                    "“{name}” took part in this meeting, as the same file says",
                    "remove one of the two",
                    {"name": _name(person.name) if person.name else key},
                    there[key],
                )


@rule("error")
def copied_meeting(plan: Plan) -> Iterator[Finding]:
    """Two meetings of one day have the same content: one file is a copy of the other.

    What was decided would count twice.
    """
    meetings = Counter(each.date for each in plan.all_meetings)  # most days have one
    several = (each for each in plan.all_meetings if meetings[each.date] > 1)
    contents = ((repr(each.model_dump()), each) for each in several)
    for _, meeting, first in repeated(contents):
        message = "this meeting says the same as that of {name}"
        hint = "remove one of the two files, or write what differs"
        yield Finding(meeting.at(), message, hint, {"name": first.id}, first.at())


@rule("warning")
def presented_twice(plan: Plan) -> Iterator[Finding]:
    """Two meetings presented the results of the same half-year.

    One of the two is most often a slip. Where the results were presented to somebody else again,
    accept this and say so: the day of the first one counts.
    """
    presenting = ((each.presented, each) for each in plan.meetings.values() if each.presented)
    for period, meeting, first in repeated(presenting):
        yield Finding(
            meeting.at("presented"),
            "the meeting of {meeting} presented “{period}” already",
            "correct one of the two half-years, or accept the warning "
            "under “accept:” (how: ogp rules {rule})",
            {"meeting": first.id, "period": period},
            first.at("presented"),
        )


_YEAR = 366  # days


@rule("warning", needs={"plan"})
def meeting_after_plan(plan: Plan) -> Iterator[Finding]:
    """A meeting is more than a year after the end of the plan.

    The last results of a plan are presented within a year. Most often the year is wrong.
    """
    end = plan.info.period and plan.info.period.end
    for meeting in plan.all_meetings:
        if end and (meeting.date - end).days > _YEAR:
            yield Finding(
                meeting.at("date"),
                "the meeting is {days} days after the end of the plan, on {end}",
                "correct the date, or accept the warning under “accept:” (how: ogp rules {rule})",
                {"days": (meeting.date - end).days, "end": end},
                Place(PLAN, ("period", "end")),
            )


def _name(text: Text) -> str:
    """Return a name in all its languages."""
    return text if isinstance(text, str) else " / ".join(text.values())


@rule("warning")
def participant_twice(plan: Plan) -> Iterator[Finding]:
    """A meeting lists the same participant twice.

    The attendance by sector (OGP requirement 1.1) would be counted wrongly.
    """
    for meeting in plan.all_meetings:
        at = meeting.at("participants")
        people = enumerate(meeting.participants)
        named = ((_name(each.name), at / index / "name") for index, each in people if each.name)
        for name, place, first in repeated(named):
            yield Finding(
                place,
                "“{name}” is already among the participants",
                "remove one of the two, or accept the warning "
                "under “accept:” if they are two people (how: ogp rules {rule})",
                {"name": name},
                first,
            )


@rule("warning", needs={"organizations", "plan", "meetings"}, once=True)
def nobody_in_the_room(plan: Plan) -> Iterator[Finding]:
    """A meeting deals with an institution's commitments, but nobody from the institution is there.

    The chair counts, whoever is represented, and a participant from one of its departments, or from
    the institution that it is a department of. Where an `attendance` counts its sector or a group,
    somebody from it may be among those without names. A meeting of the steering committee must also
    say who took part. OGP requirement 1.1 asks for a forum that really meets.
    """
    for meeting, ledger in ledgers(plan):
        present = meeting.present
        if not present and not meeting.attendance and meeting.kind == "steering-committee":
            yield Finding(
                meeting.at("participants").name,
                "the meeting of {meeting} lists no participants",
                "add the participants, or accept the warning "
                "under “accept:” (how: ogp rules {rule})",
                {"meeting": meeting.id},
            )
        if not present:
            continue
        represented = {each for name in present for each in plan.institutions.chain(name)}
        for name, place in _concerned(plan, meeting, ledger).items():
            is_there = name in represented or not present.isdisjoint(plan.institutions.chain(name))
            if (
                plan.institutions.is_known(name)
                and not is_there
                and not _may_be(plan, meeting, name)
            ):
                yield Finding(
                    place,
                    "nobody from this institution was at the meeting of {meeting}",
                    "add whoever was there to the participants, or accept the warning "
                    "under “accept:” (how: ogp rules {rule})",
                    {"meeting": meeting.id},
                    None if place.file == meeting.file else meeting.at("participants").name,
                )


def _may_be(plan: Plan, meeting: Meeting, institution: str) -> bool:
    """Whether somebody from an institution may be among those whom the attendance counts."""
    counted = set(meeting.attendance)
    return plan.organizations[institution].sector in counted or bool(counted - plan.sectors)


def _concerned(plan: Plan, meeting: Meeting, ledger: Ledger) -> dict[str, Place]:
    """Return the institutions that the meeting was about, and where they are named.

    The ledger is that just after the meeting.
    """
    concerned: dict[str, Place] = {}
    for number, slot in enumerate(meeting.schedule):
        for index, name in enumerate(slot.organizations):
            concerned.setdefault(name, meeting.at("schedule", number, "organizations", index))
    for name, commitment in plan.commitments.items():
        state = ledger.state(name)
        if not all(line.noted for line in state.lines_of(meeting)):
            for index, lead in enumerate(names_of(state.card.get("lead"))):
                concerned.setdefault(lead, commitment.at("lead", index))
    return concerned
