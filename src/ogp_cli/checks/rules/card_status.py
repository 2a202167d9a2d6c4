"""The card that a merge makes has not the status that the last decision on the merge gives it.

It is `pending` while the merge is proposed, `standing` once the merge is decided, and `dropped`
with the merge. Only what has `merged_from` is such a card.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.plan.fate import CARD_STATUS, merge_states
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every card whose status is not that of its merge."""
    merges = merge_states(plan)
    astray = [{*merge.members} for into, merge in merges.items() if not plan.has_commitment(into)]
    for commitment in plan.commitments.values():
        if commitment.is_proposal:
            continue
        if commitment.id not in merges:
            if set(commitment.merged_from) in astray:
                continue  # unknown-commitment speaks
            yield Finding(
                commitment.at("merged_from").name,
                "no meeting proposes or decides this merge",
                "add the merge to the decisions of its meeting, or remove the card",
            )
        else:
            merge = merges[commitment.id]
            expected = CARD_STATUS[merge.state]
            if commitment.status in {*CARD_STATUS.values()} - {expected}:
                yield Finding(
                    commitment.at("status"),
                    "the merge is {state}, so its card is “{expected}”, not “{status}”",
                    "write “status: {expected}”, or correct the decision",
                    {"state": merge.state, "expected": expected, "status": commitment.status},
                    merge.last.at,
                )
