"""A proposed merge is taken for a decided one, or a decided one for a proposed.

«اقتراح دمج» is not a merge: it is proposed at one meeting, and decided or dropped at a later one.
The commitment's status is that of the last decision, and each step in its history that of the
meeting where it was reported.
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import fate_of
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.fate import MERGE_STEPS
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every status and every step that says more or less than the decision."""
    for commitment in plan.commitments.values():
        fate = fate_of(plan, commitment.id)
        stated, decided = commitment.status, fate.status
        if fate.last and {stated, decided} == {"merge-proposed", "merged"}:
            yield Finding(
                commitment.at("status"),
                "the status is “{status}”, and the merge is only {state}"
                if decided == "merge-proposed"
                else "the status is “{status}”, and the merge is {state}",
                "write “status: {decided}”, or correct the decision",
                {"status": stated, "decided": decided, "state": fate.state},
                fate.last.at,
            )
        else:
            yield from _steps(plan, commitment)


def _steps(plan: Plan, commitment: Commitment) -> Iterator[Finding]:
    merges: dict[str, list[tuple[Place, Merge]]] = {}
    for meeting, at, decision in plan.decisions_on(commitment.id):
        if isinstance(decision, Merge):
            merges.setdefault(meeting.id, []).append((at, decision))
    for index, entry in enumerate(commitment.history):
        decided = merges.get(entry.meeting, [])
        steps = [MERGE_STEPS[merge.state] for _, merge in decided]
        if steps and entry.step in MERGE_STEPS.values() and entry.step not in steps:
            at, merge = decided[-1]
            values = {"said": entry.step, "expected": steps[-1]}
            yield Finding(
                commitment.at("history", index, "step"),
                "the step is “{said}”, and the meeting of {meeting} says “{state}”",
                "write “step: {expected}”, or correct the decision",
                {**values, "meeting": entry.meeting, "state": merge.state},
                at,
            )
