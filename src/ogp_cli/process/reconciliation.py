"""Where decisions and commitments' files disagree: each mistake once, at its cause."""

from collections.abc import Hashable, Set

from ogp_cli.models.decision import Merge
from ogp_cli.plan import Plan
from ogp_cli.process.differences import Difference, differences
from ogp_cli.process.ledger import expected


def reconcile(plan: Plan) -> list[list[Difference]]:
    """Compare the two sides of a book; the differences of a group have one cause.

    That is a decision that was not carried out, or steps that no meeting decided.
    """
    ledger = expected(plan)
    found = [
        difference
        for commitment in plan.commitments.values()
        for difference in differences(plan, ledger, commitment)
    ]
    own = {each.commitment.id for each in found if each.aspect != "members"}
    undecided = {each.commitment.became for each in found if _is_undecided(each)}
    merges = (each for each in plan.index.decisions if isinstance(each.decision, Merge))
    merged_by = {name: each for each in merges for name in each.decision.commitments}
    groups: dict[Hashable, list[Difference]] = {}
    for each in found:
        if each.aspect == "members" and own & {each.stated, each.expected}:
            continue  # the member itself says so
        if each.aspect == "unmade":  # the merge may be decided under another name
            sources = (merged_by.get(name) for name in each.commitment.made_from)
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
    return "undecided", commitment.became or commitment.history[difference.entry].meeting


def _is_undecided(difference: Difference) -> bool:
    by = difference.decided or difference.meant or difference.heard
    return difference.entry is not None and not by and difference.aspect != "due"
