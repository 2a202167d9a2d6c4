"""The card of a merge and the meeting's decision disagree on what is merged.

The decision names the commitments that become one; the card that comes of them names the same ones
under `merged_from`. (What each of them says of itself is the rule `decision-not-applied`.)
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.plan.fate import MergeState, merge_states
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every source that only one of the two names, unless the merge is dropped."""
    for target, merge in merge_states(plan).items():
        card = plan.commitments.get(target)
        # Where the target is among the merged, merge-target speaks.
        if card and merge.state != "dropped" and target not in merge.members:
            yield from _compare(plan, card, merge)


def _compare(plan: Plan, card: Commitment, merge: MergeState) -> Iterator[Finding]:
    for name, decided in merge.members.items():
        # Where there is no such commitment, unknown-commitment speaks.
        if name not in card.merged_from and plan.has_commitment(name):
            yield Finding(
                card.at("merged_from").name,
                "“merged_from” lacks {source}, which the meeting of {meeting} merges into it",
                "add {source} to “merged_from”, or correct the decision",
                {"meeting": decided.meeting.id, "source": name},
                decided.at / "merge",
            )
    for index, name in enumerate(card.merged_from):
        if name not in merge.members:
            yield Finding(
                card.at("merged_from", index),
                "the meeting of {meeting} does not merge {source} into it",
                "remove {source}, or add it to the decision",
                {"meeting": merge.last.meeting.id, "source": name},
                merge.last.at / "merge",
            )
