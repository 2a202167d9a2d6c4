"""A coordination meeting is scheduled on a commitment that was cancelled or merged.

Only schedules of the meeting that decided so, and of later meetings, count: before, the commitment
was still open. Once a merge is decided, schedule meetings on the merged commitment.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan, moment_of
from ogp_cli.problem import Finding, Level
from ogp_cli.process.ledger import expected
from ogp_cli.process.reconciliation import reconcile
from ogp_cli.process.vocabulary import ENDED

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every slot's commitment that the same meeting or an earlier one ended."""
    ledger, explained = expected(plan), reconcile(plan).explained
    for meeting, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            last = ledger.last_posting(name, moment_of(meeting))
            known = plan.commitments.get(name)
            # If its file does not agree that it ended, the comparison reports that.
            agreed = known and known.status in ENDED and name not in explained
            if last and last.status in ENDED and agreed:
                into = getattr(last.decided.decision, "into", None)
                yield Finding(
                    at / "commitments" / index,
                    "{name} is scheduled here, but the meeting of {meeting} ended it",
                    "schedule “{into}” instead"
                    if into
                    else "remove it here, or correct the decision",
                    {"name": name, "meeting": last.decided.meeting.id, "into": into},
                    last.decided.at,
                )
