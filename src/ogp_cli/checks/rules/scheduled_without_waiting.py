"""A coordination meeting is scheduled on a commitment that does not wait for one.

Its history, up to the meeting that schedules, says nothing of a meeting to schedule, or says that
the last one was held. In the report of 21 March 2024: 1, 4 and 17.
"""

import datetime as dt
from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.plan.waiting import waiting_entry
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot's commitment that no step promised a meeting."""
    waits: dict[tuple[str, dt.date], bool] = {}
    for meeting, at, slot in plan.schedule():
        for index, name in enumerate(slot.commitments):
            commitment = plan.commitments.get(name)
            if not commitment or commitment.status in {"merged", "cancelled"}:
                continue
            then = name, meeting.date
            if then not in waits:
                waits[then] = waiting_entry(plan, commitment, meeting.date) is not None
            if not waits[then]:
                yield _finding(at / "commitments" / index, commitment)


def _finding(at: Place, commitment: Commitment) -> Finding:
    steps = [entry.step for entry in commitment.history]
    held = steps.index("meeting-held") if "meeting-held" in steps else None
    related = commitment.at() if held is None else commitment.at("history", held, "step")
    return Finding(
        at,
        "{name} is scheduled, and its history says nothing of a meeting to schedule"
        if held is None
        else "{name} is scheduled, and its history says that the meeting was held",
        "add the step “meeting-to-schedule” to its history, or remove it from the slot",
        {"name": commitment.id},
        related,
    )
