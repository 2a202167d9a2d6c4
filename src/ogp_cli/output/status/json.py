"""The plan for programs. The schema's number changes when a key changes its meaning or goes."""

from dataclasses import asdict

from ogp_cli.output.json import dump
from ogp_cli.output.status.overview import Overview, Row

SCHEMA = 1


def render(overview: Overview) -> str:
    """Return `{"schema", "plan", "balance", "commitments"}`.

    `lead` and `merged_into` are ids; `next_meeting` is ISO 8601 with the offset of the plan's clock
    on that day; texts are in the language asked for, where they have it.
    """
    info = overview.plan.info
    plan = {
        "title": overview.title,
        "country": info.country,
        "language": info.language,
        "time_zone": info.time_zone,
    }
    balance = asdict(overview.plan.balance)
    del balance["merges"]
    commitments = [_commitment(row) for row in overview.rows]
    value = {"schema": SCHEMA, "plan": plan, "balance": balance, "commitments": commitments}
    return dump(value) + "\n"


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
    }
