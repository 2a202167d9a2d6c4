"""From all schedules to the meetings in order, and to what is due."""

import datetime as dt
from collections.abc import Set
from typing import NamedTuple

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import plain
from ogp_cli.models.meeting import Agreed, Meeting
from ogp_cli.models.partial_date import last_day
from ogp_cli.plan import Plan, SlotLife
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, moment_cell
from ogp_cli.present.wording import Wording
from ogp_cli.problem import Place
from ogp_cli.process.implementation import Due, due_dates

# The cells of what is no slot.
_EMPTY = {
    "meeting": Cell("", None),
    "attendees": Cell("", ()),
    "state": Cell("", None),
    "scheduled": Cell("", None),
    "milestone": Cell("", None),
}


def schedule(plan: Plan, language: Language, leads: Set[str] = frozenset()) -> Table:
    """Return the slots of all schedules and the milestones that are due.

    Or only those of `leads` and related institutions.
    """
    say = Wording(plan, language)
    groups = _groups(say, leads)
    is_plain = not any(each.name for each in groups)
    heading = say.t("Coordination meetings") if is_plain else say.t("Schedule")
    return Table(
        name="slots",
        label=heading,
        language=language,
        title=say.alone(plan.info.title),
        summary=(heading,),
        columns=(
            Column("meeting"),
            Column("at", say.t("Date"), "moment", width=18),
            Column("organizations", say.t("Institutions"), width=50, min_width=20),
            Column("commitments", say.t("Commitments"), width=20, min_width=10),
            Column("attendees", say.t("Also invited"), width=40, min_width=12, drop=1),
            Column("state", say.t("State"), width=24, min_width=10),
            Column("scheduled"),
        ),
        groups=groups,
        day=plan.day,
    )


def _groups(say: Wording, leads: Set[str]) -> tuple[Group, ...]:
    """Return the slots, the meetings that are planned, what was agreed, and the milestones."""
    plan, coordination = say.plan, say.t("Coordination meetings")
    rows = {
        coordination: [_row(say, each) for each in slots(plan, leads)],
        say.t("Meetings planned"): [] if leads else [_planned(say, each) for each in planned(plan)],
        say.t("Agreed"): [_agreed(say, each) for each in agreed_due(plan, leads)],
        say.card_label("milestones"): [_due(say, each) for each in milestones_due(plan, leads)],
    }
    found = tuple(Group(tuple(each), name) for name, each in rows.items() if each)
    is_plain = all(each.name == coordination for each in found)
    return (Group(tuple(rows[coordination])),) if is_plain else found


def planned(plan: Plan) -> list[Meeting]:
    """Return the meetings that are planned, in order; a slot has its own coordination meeting."""
    found = (each for each in plan.planned.values() if not each.slot)
    return sorted(found, key=lambda meeting: (meeting.date, meeting.time or ""))


class AgreedDue(NamedTuple):
    """A point that a meeting agreed on, its place, and the last day to do it."""

    meeting: Meeting
    at: Place
    point: Agreed
    day: dt.date


def agreed_due(plan: Plan, leads: Set[str]) -> list[AgreedDue]:
    """Return what was agreed and is still to come, or only what `leads` and related ones do."""
    found = [
        AgreedDue(meeting, meeting.at("agreed", index), point, last_day(point.due))
        for meeting in plan.meetings.values()
        for index, point in enumerate(meeting.agreed)
        if isinstance(point, Agreed) and point.due
    ]
    to_come = (each for each in found if each.day >= (plan.day or each.day))
    asked = (
        each for each in to_come if not leads or plan.institutions.concern(leads, each.point.by)
    )
    return sorted(asked, key=lambda each: each.day)


def milestones_due(plan: Plan, leads: Set[str]) -> list[Due]:
    """Return the milestones that are due, or only those that `leads` and related ones carry out."""
    found = [
        each
        for commitment in plan.adopted.values()
        for each in due_dates(plan, commitment)
        if not leads or plan.institutions.concern(leads, (*commitment.leads, *each.milestone.by))
    ]
    return sorted(found, key=lambda due: due.day)


def slots(plan: Plan, leads: Set[str]) -> list[SlotLife]:
    """Return all slots, or only those of `leads` and related institutions, in order of time."""
    found = plan.slots.values()
    asked = (
        each
        for each in found
        if not leads or plan.institutions.concern(leads, each.slot.organizations)
    )
    return sorted(asked, key=lambda life: life.slot.at)


def _row(say: Wording, life: SlotLife) -> Row:
    slot, scheduled = life.slot, life.scheduled
    groups = say.language.enumerate(list(map(say.group, slot.attendees)))
    cells = {
        "meeting": Cell("", scheduled.meeting.id),
        "at": moment_cell(slot.at.replace(tzinfo=say.plan.zone)),
        "organizations": Cell(say.institution_names(slot.organizations), slot.organizations),
        "commitments": Cell(say.numbers(slot.commitments), slot.commitments),
        "attendees": Cell(groups, slot.attendees),
        "state": Cell(say.slot_state(life), life.state),
        "scheduled": moment_cell(scheduled.slot.at.replace(tzinfo=say.plan.zone)),
    }
    return Row({**cells, "milestone": Cell("", None)})


def _planned(say: Wording, meeting: Meeting) -> Row:
    at = start_of(say.plan, meeting)
    cells = {
        "meeting": Cell("", meeting.id),
        "at": moment_cell(at) if at else Cell(f"{meeting.date}", meeting.date),
        "organizations": Cell(plain(say.meeting_kind(meeting)), meeting.organizations),
        "commitments": Cell(say.numbers(meeting.commitments), meeting.commitments),
    }
    return Row({**_EMPTY, **cells})


def start_of(plan: Plan, meeting: Meeting) -> dt.datetime | None:
    """Return when a meeting begins, if its hour is known."""
    if not meeting.time:
        return None
    hour = dt.time.fromisoformat(meeting.time)
    return dt.datetime.combine(meeting.date, hour, plan.zone)


def _agreed(say: Wording, due: AgreedDue) -> Row:
    cells = {
        "meeting": Cell("", due.meeting.id),
        "at": Cell(say.short_date(due.point.due or ""), due.point.due),
        "organizations": Cell(say.institution_names(due.point.by), due.point.by),
        "commitments": Cell(say.alone(due.point.text), ()),
        "agreed": Cell("", due.point.text),
    }
    return Row({**_EMPTY, **cells})


def _due(say: Wording, due: Due) -> Row:
    by = due.milestone.by or due.commitment.leads
    named = f"{due.commitment.id} {due.milestone.id}. {say.alone(due.milestone.title)}"
    cells = {
        "at": Cell(say.short_date(due.date), due.date),
        "organizations": Cell(say.institution_names(by), by),
        "commitments": Cell(named, (due.commitment.id,)),
        "milestone": Cell("", due.milestone.id),
    }
    return Row({**_EMPTY, **cells})
