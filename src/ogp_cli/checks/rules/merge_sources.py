"""The card of a merge and the meeting's decision disagree on what is merged.

The decision names the commitments that become one; the card that comes of them names the same ones
under `merged_from`. (What each of them says of itself is the rule `decision-not-applied`.)
"""

from collections.abc import Iterator

from ogp_cli.checks.fates import last_merges
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Merge
from ogp_cli.plan import Plan
from ogp_cli.plan.plan import Decided
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every source that only one of the two names."""
    for target, (decided, merge) in last_merges(plan).items():
        card = plan.commitments.get(target)
        if card and target not in merge.merge:  # else merge-target speaks
            yield from _compare(card, decided, merge)


def _compare(card: Commitment, decided: Decided, merge: Merge) -> Iterator[Finding]:
    place = decided.at / "merge"
    values = {"card": card.id, "meeting": decided.meeting.id}
    for index, name in enumerate(merge.merge):
        if name not in card.merged_from:
            yield Finding(
                card.at("merged_from").name,
                "“merged_from” lacks {source}, which the meeting of {meeting} merges into it",
                "add {source} to “merged_from”, or correct the decision",
                values | {"source": name},
                place / index,
            )
    for index, name in enumerate(card.merged_from):
        if name not in merge.merge:
            yield Finding(
                card.at("merged_from", index),
                "the meeting of {meeting} does not merge {source} into it",
                "remove {source}, or add it to the decision",
                values | {"source": name},
                place,
            )
