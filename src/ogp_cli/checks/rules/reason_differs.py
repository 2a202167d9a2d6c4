"""The meeting and the commitment give different reasons for a cancellation.

The reason is the answer that is owed to whoever proposed the commitment (OGP requirement 4.1): it
is written on both sides, in the same words.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Cancelled
from ogp_cli.models.meeting import Cancellation
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every reason in a history that is not that of its meeting."""
    for commitment in plan.commitments.values():
        decided = {
            meeting.id: (at, decision.reason)
            for meeting, at, decision in plan.decisions_on(commitment.id)
            if isinstance(decision, Cancellation) and decision.reason
        }
        for index, entry in enumerate(commitment.history):
            if isinstance(entry, Cancelled) and entry.reason and entry.meeting in decided:
                at, reason = decided[entry.meeting]
                if not _same(entry.reason, reason, plan.info.language):
                    yield Finding(
                        commitment.at("history", index, "reason"),
                        "the meeting of {meeting} gives another reason",
                        "copy the reason of the meeting, or correct it there",
                        {"meeting": entry.meeting},
                        at / "reason",
                    )


def _same(one: Text, other: Text, main: str) -> bool:
    """Whether two texts agree in every language that both have; white space aside."""
    texts = [{main: each} if isinstance(each, str) else each for each in (one, other)]
    shared = texts[0].keys() & texts[1].keys()
    return bool(shared) and all(texts[0][k].split() == texts[1][k].split() for k in shared)
