"""The plan for programs. The schema's number changes when a key changes its meaning or goes."""

from dataclasses import asdict

from ogp_cli.output.json import dump
from ogp_cli.output.status.overview import Group, Overview, Row
from ogp_cli.output.words import Words
from ogp_cli.process.balance import balance

SCHEMA = 1


def render(overview: Overview) -> str:
    """Return `{"schema", "plan", "as_of", "balance", "unread", "groups", "commitments"}`.

    `lead` and `merged_into` are ids; `next_meeting` is ISO 8601 with the offset of the plan's clock
    on that day; `waiting` is for a slot, `overdue` says that one is past without news of the
    meeting; `idle` counts the meetings without news; texts are in the language asked for, where
    they have it. `unread` are the files that could not be read, and are left out; `groups` are
    those asked for, in the order of the rows.
    """
    info = overview.plan.info
    plan = {
        "title": Words(overview.plan, overview.language).text(info.title),
        "country": info.country,
        "language": info.language,
        "time_zone": info.time_zone,
    }
    moment = overview.plan.as_of
    value = {
        "schema": SCHEMA,
        "plan": plan,
        "as_of": str(moment) if moment else None,
        "balance": asdict(balance(overview.plan)),
        "unread": sorted(overview.plan.unread),
        "groups": [_group(group) for group in overview.groups if overview.is_grouped],
        "commitments": [_commitment(row) for row in overview.rows],
    }
    return dump(value) + "\n"


def _group(group: Group) -> dict[str, object]:
    return {"key": group.key or None, "count": len(group.rows)}


def _commitment(row: Row) -> dict[str, object]:
    commitment = row.commitment
    return {
        "id": commitment.id,
        "number": commitment.number,
        "title": row.title or None,
        "lead": commitment.lead,
        "status": commitment.status,
        "merged_into": commitment.merged_into,
        "steps": [entry.step for entry in commitment.history],
        "next_meeting": row.next_meeting.isoformat() if row.next_meeting else None,
        "waiting": row.halt.waits,
        "overdue": row.halt.overdue,
        "idle": row.halt.idle,
    }
