"""From all schedules to the coordination meetings in order, and the milestones that are due."""

from collections.abc import Set

from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan, Scheduled
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, moment_cell
from ogp_cli.present.wording import Wording
from ogp_cli.process.implementation import Due, due_dates


def schedule(plan: Plan, language: Language, leads: Set[str] = frozenset()) -> Table:
    """Return the slots of all schedules and the milestones that are due.

    Or only those of `leads` and related institutions.
    """
    say = Wording(plan, language)
    words = language.terminal
    met = Group(tuple(_row(say, each) for each in slots(plan, leads)))
    due = Group(
        tuple(_due(say, each) for each in milestones_due(plan, leads)), say.card_label("milestones")
    )
    heading = words.calendar if due.rows else words.schedule
    named = (met._replace(name=words.schedule), due) if due.rows else (met,)
    return Table(
        name="slots",
        label=heading,
        language=language,
        title=say.alone(plan.info.title),
        summary=(heading,),
        columns=(
            Column("meeting"),
            Column("at", words.date, "moment", width=18),
            Column("organizations", words.institutions, width=50, min_width=20),
            Column("commitments", words.commitments, width=20, min_width=10),
            Column("attendees", words.invited, width=40, min_width=12, drop=1),
        ),
        groups=tuple(each for each in named if each.rows or not each.name),
        day=plan.day,
    )


def milestones_due(plan: Plan, leads: Set[str]) -> list[Due]:
    """Return the milestones that are due, or only those that `leads` and related ones carry out."""
    found = [
        each
        for commitment in plan.adopted.values()
        for each in due_dates(plan, commitment)
        if not leads or concern(plan, leads, commitment.lead, *each.milestone.by)
    ]
    return sorted(found, key=lambda due: due.day)


def _due(say: Wording, due: Due) -> Row:
    by = due.milestone.by or ((due.commitment.lead,) if due.commitment.lead else ())
    named = f"{due.commitment.id} {due.milestone.id}. {say.alone(due.milestone.title)}"
    cells = {
        "meeting": Cell("", None),
        "at": Cell(say.short_date(due.date), due.date),
        "organizations": Cell(say.institution_names(by), by),
        "commitments": Cell(named, (due.commitment.id,)),
        "attendees": Cell("", ()),
        "milestone": Cell("", due.milestone.id),
    }
    return Row(cells)


def slots(plan: Plan, leads: Set[str]) -> list[Scheduled]:
    """Return all slots, or only those of `leads` and related institutions, in order of time."""
    every = plan.index.slots
    found = [each for each in every if not leads or concern(plan, leads, *each.slot.organizations)]
    return sorted(found, key=lambda scheduled: scheduled.slot.at)


def concern(plan: Plan, some: Set[str], *others: str | None) -> bool:
    """Whether one of some institutions is the same as one of the others, or related to it."""
    return any(plan.institutions.related(one, other or "") for one in some for other in others)


def _row(say: Wording, scheduled: Scheduled) -> Row:
    slot = scheduled.slot
    groups = say.language.enumerate(list(map(say.group, slot.attendees)))
    cells = {
        "meeting": Cell("", scheduled.meeting.id),
        "at": moment_cell(slot.at.replace(tzinfo=say.plan.zone)),
        "organizations": Cell(say.institution_names(slot.organizations), slot.organizations),
        "commitments": Cell(say.numbers(slot.commitments), slot.commitments),
        "attendees": Cell(groups, slot.attendees),
        **({"milestone": Cell("", None)} if say.plan.adopted else {}),
    }
    return Row(cells)
