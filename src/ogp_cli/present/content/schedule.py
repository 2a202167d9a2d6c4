"""From all schedules to the meetings in order, and to what is due."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.meeting import Agreed, Meeting
from ogp_cli.models.partial_date import last_day
from ogp_cli.plan import Plan, SlotLife
from ogp_cli.present.content.document import Document, Paragraph, Section, tabled
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table, group_of
from ogp_cli.present.wording import Wording
from ogp_cli.problem import Place
from ogp_cli.process.implementation import Due, due_dates


def schedule(plan: Plan, language: Language, leads: Set[str] = frozenset()) -> Document:
    """Return the slots of all schedules and the milestones that are due.

    Or only those of `leads` and related institutions. Guests of all slots are named once.
    """
    say = Wording(plan, language)
    lives = slots(plan, leads)
    guests = {life.slot.attendees for life in lives}
    common = guests.pop() if len(guests) == 1 and len(lives) > 1 else ()
    groups = tuple(_groups(say, lives, leads))
    is_plain = [*map(_kind, groups)] in ([], ["slot"])
    table = Table(
        caption=say.rich("Coordination meetings" if is_plain else "Schedule"),
        columns=_columns(say, is_common=bool(common)),
        groups=tuple(each._replace(heading=()) for each in groups) if is_plain else groups,
        name="slots",
    )
    invited = say.literal(say.after_label(say.t("Also invited to each"), ""))
    return Document(
        kind="schedule",
        language=language,
        locale=say.tag,
        title=say.text(plan.info.title),
        day=plan.day,
        sections=(
            Section("summary", (), (Paragraph(table.caption),)),
            Section("guests", (), (Paragraph(invited + _guests(say, common)),) if common else ()),
            tabled("slots", table),
        ),
        facts={table.name: table.facts(table.rows)},
        table=table,
    )


def _kind(group: Group) -> object:
    return group.rows[0]["kind"].fact


def _columns(say: Wording, *, is_common: bool) -> tuple[Column, ...]:
    """Return the columns; a page has no guests that are common to all slots."""
    return (
        Column("kind", say.rich("Kind"), on="sheet"),
        Column("at", say.rich("Date"), "moment", least=12),
        Column("organizations", say.rich("Institutions"), least=16),
        Column("about", say.rich("Commitments"), on="page", least=12),
        Column("commitments", say.rich("Commitments"), on="sheet"),
        Column("milestone", say.rich("Milestone"), on="sheet"),
        Column("title", say.rich("Title"), on="sheet"),
        Column("attendees", say.rich("Also invited"), on="sheet" if is_common else "", least=12),
        Column("state", say.rich("State"), least=10),
    )


def _groups(say: Wording, lives: Sequence[SlotLife], leads: Set[str]) -> Iterator[Group]:
    """Yield the slots, the meetings that are planned, what was agreed, and the milestones."""
    plan = say.plan
    headings = {
        "slot": (say.rich("Coordination meetings"), [_row(say, each) for each in lives]),
        "meeting": (
            say.rich("Meetings planned"),
            [] if leads else [_planned(say, each) for each in planned(plan)],
        ),
        "agreed": (say.rich("Agreed"), [_agreed(say, each) for each in agreed_due(plan, leads)]),
        "milestone": (
            say.literal(say.card_label("milestones")),
            [_due(say, each) for each in milestones_due(plan, leads)],
        ),
    }
    for kind, (heading, rows) in headings.items():
        if rows:
            found = [{"kind": say.cell(heading, kind), **_EMPTY, **row} for row in rows]
            yield group_of(heading, found, say.language.code)


# The cells of what is no slot.
_LISTS = {"organizations", "commitments", "attendees"}
_EMPTY: Row = {
    key: Cell(fact=() if key in _LISTS else None)
    for key in (
        *("meeting", "at", "organizations", "about", "commitments", "milestone", "title"),
        *("attendees", "state", "scheduled"),
    )
}


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
    slot, scheduled, numbers = life.slot, life.scheduled, say.numbers(life.slot.commitments)
    return {
        "meeting": Cell(fact=scheduled.meeting.id),
        "at": say.moment_cell(slot.at),
        "organizations": say.institution_cell(slot.organizations),
        "about": say.cell(numbers),
        "commitments": say.cell(numbers, slot.commitments),
        "attendees": say.cell(_guests(say, slot.attendees), slot.attendees),
        "state": say.cell(say.slot_state(life), life.state),
        "scheduled": say.moment_cell(scheduled.slot.at),
    }


def _guests(say: Wording, groups: Iterable[str]) -> RichText:
    return say.enumerated_in(say.groups(groups))


def _planned(say: Wording, meeting: Meeting) -> Row:
    at, kind = start_of(say.plan, meeting), say.meeting_kind(meeting)
    numbers = say.numbers(meeting.commitments)
    return {
        "meeting": Cell(fact=meeting.id),
        "at": say.moment_cell(at) if at else say.due_cell(str(meeting.date)),
        "organizations": say.institution_cell(meeting.organizations)
        if meeting.organizations
        else say.cell(kind, ()),
        "about": say.cell(numbers),
        "commitments": say.cell(numbers, meeting.commitments),
        "title": say.cell(kind, meeting.title),
    }


def start_of(plan: Plan, meeting: Meeting) -> dt.datetime | None:
    """Return when a meeting begins, if its hour is known."""
    if not meeting.time:
        return None
    hour = dt.time.fromisoformat(meeting.time)
    return dt.datetime.combine(meeting.date, hour, plan.zone)


def _agreed(say: Wording, due: AgreedDue) -> Row:
    text = say.text(due.point.text)
    return {
        "meeting": Cell(fact=due.meeting.id),
        "at": say.due_cell(due.point.due),
        "organizations": say.institution_cell(due.point.by),
        "about": say.cell(text),
        "title": say.cell(text, due.point.text),
    }


def _due(say: Wording, due: Due) -> Row:
    commitment, milestone = due.commitment, due.milestone
    title = say.text(milestone.title)
    return {
        "at": say.due_cell(due.date),
        "organizations": say.institution_cell(milestone.by or commitment.leads),
        "about": say.cell(say.milestone(commitment.id, milestone)),
        "commitments": say.cell(commitment.id, (commitment.id,)),
        "milestone": say.cell(say.code(milestone.id), milestone.id),
        "title": say.cell(title, milestone.title),
    }
