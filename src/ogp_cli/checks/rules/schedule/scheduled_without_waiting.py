"""A coordination meeting is scheduled on a commitment that is not waiting for one.

Up to the meeting with this schedule, the commitment's history mentions no meeting to schedule, or
says that the last one was held. In the report of 21 March 2024: 1, 4 and 17.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.drafting import is_held, is_over, promised

LEVEL: Level = "warning"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot's commitment that no step promised a meeting."""
    waits: dict[tuple[str, Moment], bool] = {}
    for meeting, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            commitment = plan.commitments.get(name)
            if not commitment or is_over(plan, commitment):
                continue
            then = name, moment_of(meeting)
            if then not in waits:
                waits[then] = promised(plan, commitment, moment_of(meeting)) is not None
            if not waits[then]:
                yield _finding(at / "commitments" / index, commitment)


def _finding(at: Place, commitment: Commitment) -> Finding:
    held = next((i for i, each in enumerate(commitment.history) if is_held(each)), None)
    related = commitment.at() if held is None else commitment.at("history", held, "step")
    return Finding(
        at,
        "{name} is scheduled, but its history mentions no meeting to schedule"
        if held is None
        else "{name} is scheduled, but its history says that the meeting was held",
        "add the step “meeting-to-schedule” to its history, or remove it from the slot",
        {"name": commitment.id},
        related,
    )
