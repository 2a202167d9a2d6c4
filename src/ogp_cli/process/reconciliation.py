"""Where decisions and commitments' files disagree: each mistake once, at its cause."""

from collections.abc import Hashable, Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.decision import Merge
from ogp_cli.plan import Decided, Plan
from ogp_cli.problem import Place
from ogp_cli.process.acts import named_by
from ogp_cli.process.differences import Difference, differences
from ogp_cli.process.ledger import Ledger, Refusal, expected


class Reconciliation(NamedTuple):
    """What to report: decisions that are refused, members left open, and differences.

    The differences of a group have one cause: a decision that was not carried out, or steps that
    no meeting decided. The differences of `explained` commitments follow from another problem.
    """

    refused: list[Refusal]
    left_open: list[tuple[str, Decided]]
    groups: list[list[Difference]]
    explained: Set[str]


@lru_cache(maxsize=2)
def reconcile(plan: Plan) -> Reconciliation:
    """Compare the two sides of a book.

    Unknown names and refused decisions are reported on their own; differences that only follow from
    them are left out.
    """
    ledger = expected(plan)
    unresolved = {each.at for each in plan.index.decisions if not _is_resolved(plan, each)}
    explained = _explained(plan, ledger, unresolved)
    found = [
        difference
        for commitment in plan.commitments.values()
        if commitment.id not in explained
        for difference in differences(plan, ledger, commitment)
        if not {each.at for each in (difference.decided, difference.meant) if each} & unresolved
    ]
    return Reconciliation(
        refused=[each for each in ledger.refused if not _follows(each, unresolved)],
        left_open=[
            (name, decided)
            for name, decided in ledger.left_open
            if decided.at not in unresolved and plan.has_commitment(name)
        ],
        groups=_by_cause(plan, found),
        explained=explained,
    )


def agreeing(plan: Plan) -> Iterator[Commitment]:
    """Yield the commitments whose histories have what the meetings heard.

    What else is wrong in the others may go with that, so it is not asked before.
    """
    groups = reconcile(plan).groups
    differing = {each.commitment.id for group in groups for each in group if each.heard}
    yield from (each for each in plan.commitments.values() if each.id not in differing)


def _is_resolved(plan: Plan, decided: Decided) -> bool:
    """Whether every commitment that a decision names exists."""
    return all(map(plan.has_commitment, named_by(decided)))


def _follows(refusal: Refusal, unresolved: Set[Place]) -> bool:
    places = {each.at for each in (refusal.decided, refusal.earlier) if each}
    return not places.isdisjoint(unresolved)


def _explained(plan: Plan, ledger: Ledger, unresolved: Set[Place]) -> set[str]:
    """Return the commitments whose differences follow from another problem."""
    refused = {each.decided.at for each in ledger.refused}
    explained = {
        name
        for each in plan.index.decisions
        if each.at in unresolved or each.at in refused
        for name in named_by(each)
    }
    for commitment in plan.commitments.values():
        moves = (move for milestone in commitment.milestones for move in milestone.moved)
        named = {each.meeting for each in (*commitment.history, *moves)}
        unknown = named - plan.meetings.keys()
        if not all(map(plan.has_meeting, unknown)):
            explained.add(commitment.id)
    made = (each for each in plan.commitments.values() if explained & {*each.made_from})
    return explained | {each.id for each in made}


def _by_cause(plan: Plan, found: list[Difference]) -> list[list[Difference]]:
    own = {each.commitment.id for each in found if each.aspect != "members"}
    undecided = {each.commitment.merged_into for each in found if _is_undecided(each)}
    merges = (each for each in plan.index.decisions if isinstance(each.decision, Merge))
    merged_by = {name: each for each in merges for name in each.decision.commitments}
    groups: dict[Hashable, list[Difference]] = {}
    for each in found:
        if each.aspect == "members" and own & {each.stated, each.expected}:
            continue  # the member itself says so
        if each.aspect == "unmade":  # the merge may be decided under another name
            sources = (merged_by.get(name) for name in each.commitment.merged_from)
            decided = next(filter(None, sources), None)
            cause: Hashable = decided.at if decided else ("undecided", each.commitment.id)
        else:
            cause = _cause(each, undecided)
        groups.setdefault(cause, []).append(each)
    return list(groups.values())


def _cause(difference: Difference, undecided: Set[str | None]) -> Hashable:
    """Return a key for the cause of a difference: a decision, or what lacks one."""
    commitment, decided = difference.commitment, difference.decided or difference.meant
    if difference.aspect == "title":
        return "title", commitment.id
    if difference.aspect == "due" and not decided:
        return "undecided", difference.stated
    if difference.heard:
        return difference.heard.at or ("heard", commitment.id)
    if commitment.id in undecided:
        return "undecided", commitment.id
    if decided:
        return decided.at
    if difference.entry is None:
        return "undecided", commitment.id
    return "undecided", commitment.merged_into or commitment.history[difference.entry].meeting


def _is_undecided(difference: Difference) -> bool:
    by = difference.decided or difference.meant or difference.heard
    return difference.entry is not None and not by and difference.aspect != "due"
