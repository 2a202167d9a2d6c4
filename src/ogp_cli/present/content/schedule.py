"""From the schedules of all meetings to the coordination meetings, in chronological order."""

from collections.abc import Set

from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan, Scheduled
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, moment
from ogp_cli.present.wording import Wording


def schedule(plan: Plan, language: Language, leads: Set[str] = frozenset()) -> Table:
    """Return the slots of all schedules, or only those of `leads` and related institutions."""
    say = Wording(plan, language)
    words = language.terminal
    return Table(
        name="slots",
        label=words.schedule,
        language=language,
        title=say.alone(plan.info.title),
        summary=(words.schedule,),
        columns=(
            Column("meeting"),
            Column("at", words.date, "moment", width=18),
            Column("organizations", words.institutions, width=50, least=20),
            Column("commitments", words.commitments, width=20, least=10),
            Column("attendees", words.invited, width=40, least=12, leaves=1),
        ),
        groups=(Group(tuple(_row(say, each) for each in slots(plan, leads))),),
        day=plan.day,
    )


def slots(plan: Plan, leads: Set[str]) -> list[Scheduled]:
    """Return all slots, or only those of `leads` and related institutions, in order of time."""
    of = [
        each
        for each in plan.index.slots
        if not leads
        or any(
            plan.institutions.related(lead, one)
            for lead in leads
            for one in each.slot.organizations
        )
    ]
    return sorted(of, key=lambda scheduled: scheduled.slot.at)


def _row(say: Wording, scheduled: Scheduled) -> Row:
    slot = scheduled.slot
    groups = say.language.enumerate(list(map(say.group, slot.attendees)))
    return Row(
        {
            "meeting": Cell("", scheduled.meeting.id),
            "at": moment(slot.at.replace(tzinfo=say.plan.zone)),
            "organizations": Cell(say.institution_names(slot.organizations), slot.organizations),
            "commitments": Cell(say.numbers(slot.commitments), slot.commitments),
            "attendees": Cell(groups, slot.attendees),
        }
    )
