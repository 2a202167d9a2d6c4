"""The schedule for programs. The schema's number changes when a key changes its meaning or goes."""

from ogp_cli.output.json import dump
from ogp_cli.output.schedule.agenda import Agenda, Row

SCHEMA = 1


def render(agenda: Agenda) -> str:
    """Return `{"schema", "slots"}`.

    `at` is ISO 8601 with the offset of the plan's clock on that day; all else are ids: of the
    meeting that made the schedule, of institutions, of commitments, and of groups.
    """
    return dump({"schema": SCHEMA, "slots": [_slot(row) for row in agenda.rows]}) + "\n"


def _slot(row: Row) -> dict[str, object]:
    slot = row.scheduled.slot
    return {
        "meeting": row.scheduled.meeting.id,
        "at": row.at.isoformat(),
        "organizations": slot.organizations,
        "commitments": slot.commitments,
        "attendees": slot.attendees,
    }
