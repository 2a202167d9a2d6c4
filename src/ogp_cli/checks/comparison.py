"""What is said of a difference between the meetings and the commitments' files, or of several."""

from collections.abc import Iterator
from functools import lru_cache

from ogp_cli.models.commitment import Adopted, Commitment, Drafted, Proposal
from ogp_cli.models.decision import Adoption
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.acts import named_by
from ogp_cli.process.differences import Difference
from ogp_cli.process.reconciliation import reconcile
from ogp_cli.process.vocabulary import MERGED_ONLY

# A message, and a hint.
Said = tuple[str, str]

# The rules on what a meeting and the files say. Each meeting is posted on its own, so there may be
# such differences between others.
COMPARED = {"decision-not-applied", "undecided", "steps-differ", "title-differs"}
# The rules on what may be the cause of a difference.
CAUSES = {"unknown-commitment", "unknown-meeting", "contradictory-decision"}


def compared(plan: Plan, rule: str) -> list[Finding]:
    """Return what one of the rules `COMPARED` finds."""
    return _findings(plan).get(rule, [])


@lru_cache(maxsize=2)
def _findings(plan: Plan) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    naming = deciding(plan)
    for group in reconcile(plan):
        is_one = len({each.commitment.id for each in group}) == 1
        finding = _of_one(group[0]) if is_one else _of_several(group)
        causes = {place: None for each in group for place in _causes(plan, each, naming)}
        found.setdefault(_rule(group), []).append(finding._replace(follows=[*causes]))
    return found


def deciding(plan: Plan) -> dict[str, list[Place]]:
    """Return the places of the decisions on each commitment."""
    found: dict[str, list[Place]] = {}
    for decided in plan.index.decisions:
        for name in named_by(decided):
            found.setdefault(name, []).append(decided.at)
    return found


def _causes(plan: Plan, difference: Difference, naming: dict[str, list[Place]]) -> Iterator[Place]:
    """Yield the places of what may be the cause: the decisions on it, its file, and its sources."""
    commitment = difference.commitment
    yield from (each.at for each in (difference.decided, difference.meant) if each)
    for name in (commitment.id, *commitment.made_from):
        yield from naming.get(name, ())
        if name in plan.commitments:
            yield plan.commitments[name].at()


def _rule(group: list[Difference]) -> str:
    first = group[0]
    if first.aspect == "title":
        return "title-differs"
    if first.heard:
        return "steps-differ"
    if len({each.commitment.id for each in group}) == 1:
        return "decision-not-applied" if first.decided else "undecided"
    return "decision-not-applied" if _is_decided(group) else "undecided"


def _is_decided(group: list[Difference]) -> bool:
    by = [each.decided or each.meant for each in group]
    return any(by) and all(each or of.entry is None for each, of in zip(by, group, strict=True))


def _of_several(group: list[Difference]) -> Finding:
    first, place = group[0], place_of(group[0])
    values = {"names": ", ".join(dict.fromkeys(each.commitment.id for each in group))}
    also = [*dict.fromkeys(place_of(each) for each in group[1:])]
    if first.heard and first.heard.at:
        message = "the histories of {names} do not agree with these steps"
        hint = "to write them into the files, run: ogp post {meeting}; or correct the steps"
        values["meeting"] = first.heard.meeting.id
        return Finding(first.heard.at, message, hint, values, place, also)
    decided = next(filter(None, (each.decided or each.meant for each in group)), None)
    if decided and _is_decided(group):
        message = "the files of {names} do not agree with this decision"
        hint = "to write it into the files, run: ogp post {meeting}; or correct the decision"
        values["meeting"] = decided.meeting.id
        return Finding(decided.at, message, hint, values, place, also)
    message = "no meeting decided what the files of {names} say"
    hint = "add the decision to its meeting, or undo it in these files"
    return Finding(place, message, hint, values, None, also)


def _of_one(difference: Difference) -> Finding:
    commitment, decided = difference.commitment, difference.decided
    message, hint = _said(difference)
    values = {
        "name": commitment.id,
        "status": commitment.status,
        "stated": difference.stated,
        "expected": difference.expected,
        "meeting": decided.meeting.id if decided else "",
    }
    if difference.entry is not None and not decided and difference.aspect == "extra":
        values["meeting"] = commitment.history[difference.entry].meeting
    if difference.heard:
        values["meeting"] = difference.heard.meeting.id
    related = decided.at if decided else difference.heard.at if difference.heard else None
    if related and difference.aspect == "reason":
        related /= "reason"
    return Finding(place_of(difference), message, hint, values, related)


def _is_adopted_as(commitment: Commitment) -> bool:
    return isinstance(commitment, Drafted) and bool(commitment.adopted_as)


def place_of(difference: Difference) -> Place:
    """Return the place of a difference in the commitment's file."""
    commitment, index = difference.commitment, difference.entry or 0
    made_from = "adopted_from" if isinstance(commitment, Adopted) else "merged_from"
    became = "adopted_as" if _is_adopted_as(commitment) else "merged_into"
    match difference.aspect:
        case "status":
            return commitment.at("status")
        case "into":
            return commitment.at(became if difference.stated else "status")
        case "title":
            return commitment.at("title")
        case "missing" | "heard" if difference.entry is None:
            return commitment.at("history").name
        case "extra" | "heard" | "missing":
            return commitment.at("history", index, "step")
        case "reason" | "what" as key:
            return commitment.at("history", index, key)
        case "due" | "moved" as key:
            return commitment.at("milestones", index, key)
        case "members" if difference.stated:
            return commitment.at(made_from, index)
        case "members" | "unmade":
            return commitment.at(made_from).name


_SAID: dict[str, Said] = {
    "missing": (
        "the history lacks the step “{expected}” of the meeting of {meeting}",
        "to add it, run: ogp post {meeting}; or correct the decision",
    ),
    "title": (
        "the meeting of {meeting} gave a different title",
        "copy the title from the meeting, or accept the warning here with the reason",
    ),
    "what": (
        "the meeting of {meeting} amended something else: {expected}",
        "to write what it amended, run: ogp post {meeting}; or correct the decision",
    ),
    "unmade": (
        "no meeting proposes or decides this merge",
        "add the merge to the decisions of its meeting, or remove this file",
    ),
}
_SAID_OF_PLAN: dict[str, Said] = {
    "unmade": (
        "no meeting adopts this commitment",
        "add it to the adoption of its meeting, or remove this file",
    ),
    "members": (
        "“adopted_from” is not what the meeting of {meeting} adopted",
        "to correct it, run: ogp post {meeting}; or correct the decision",
    ),
}


def _said_of_due(difference: Difference) -> Said:
    if difference.decided is None:
        message = "the meeting of {stated} did not move this milestone"
        return message, "add “move” to an amendment there, or remove the move"
    if difference.aspect == "moved":
        message = "“moved” is not what the meeting of {meeting} decided"
        return message, "to correct it, run: ogp post {meeting}"
    message = "the meeting of {meeting} moved this milestone to {expected}"
    if difference.stated == difference.expected:
        hint = "write the date before the move under “due”, and run: ogp post {meeting}"
        return message, hint
    return message, "to write it into the card, run: ogp post {meeting}"


def _is_adopted_by(difference: Difference) -> bool:
    """Whether an adoption makes the commitment, also if its file does not say so."""
    return difference.decided is not None and isinstance(difference.decided.decision, Adoption)


def _said(difference: Difference) -> Said:
    is_of_plan = isinstance(difference.commitment, Adopted) or _is_adopted_by(difference)
    if is_of_plan and difference.aspect in _SAID_OF_PLAN:
        return _SAID_OF_PLAN[difference.aspect]
    match difference.aspect:
        case "unmade" | "missing" | "title" | "what" as aspect:
            return _SAID[aspect]
        case "due" | "moved":
            return _said_of_due(difference)
        case "status":
            return _said_of_status(difference)
        case "into":
            return _said_of_target(difference)
        case "members":
            return _said_of_member(difference)
        case "extra":
            return _said_of_step(difference)
        case "reason":
            return _said_of_reason(difference)
        case "heard":
            return _said_of_heard(difference)


def _said_of_status(difference: Difference) -> Said:
    hint = "write “status: {expected}”, or correct the decision"
    if difference.stated in MERGED_ONLY and isinstance(difference.commitment, Proposal):
        message = "only a merged commitment can be “{stated}”"
        return message, "write “status: {expected}”, or add “merged_from”"
    if difference.decided is None:
        message = "the status is “{stated}”, but no meeting decided so"
        hint = "add the decision to its meeting, or write “status: {expected}”"
        return message, hint
    message = "the status is “{stated}”, but the meeting of {meeting} makes it “{expected}”"
    return message, hint


def _said_of_target(difference: Difference) -> Said:
    if difference.expected is None and _is_adopted_as(difference.commitment):
        message = "the status is “{status}”, but it is adopted as “{stated}”"
        return message, "remove “adopted_as”, or correct the decision"
    if difference.expected is None:
        message = "the status is “{status}”, but it is merged into “{stated}”"
        return message, "remove “merged_into”, or correct the decision"
    if difference.commitment.status == "adopted":
        message = "it was adopted as “{expected}” at the meeting of {meeting}, but the file differs"
        return message, "to correct it, run: ogp post {meeting}"
    hint = "write “merged_into: {expected}”, or correct the decision"
    if difference.stated is None:
        return "the status is “{status}”, but “merged_into” is missing", hint
    message = "it is merged into “{stated}”, but the meeting of {meeting} says “{expected}”"
    return message, hint


def _said_of_step(difference: Difference) -> Said:
    if difference.expected:
        message = "the step is “{stated}”, but the meeting of {meeting} says “{expected}”"
        hint = "write “step: {expected}”, or correct the decision"
        return message, hint
    meant = difference.meant
    if meant and difference.commitment.id in meant.decision.commitments:
        return "the step “{stated}” is written twice", "keep one of the two"
    message = "the meeting of {meeting} does not decide “{stated}” on this commitment"
    hint = "remove the step, or add the decision to its meeting"
    return message, hint


def _said_of_member(difference: Difference) -> Said:
    if difference.stated:
        message = "the meeting of {meeting} does not merge {stated} into it"
        return message, "remove {stated}, or add it to the decision"
    message = "“merged_from” lacks {expected}, which the meeting of {meeting} merges into it"
    hint = "add {expected} to “merged_from”, or correct the decision"
    return message, hint


def _said_of_reason(difference: Difference) -> Said:
    hint = "copy the reason from the meeting, or correct it there"
    if difference.stated:
        return "the meeting of {meeting} gives a different reason", hint
    message = "the history lacks the reason that the meeting of {meeting} gives"
    return message, hint


def _said_of_heard(difference: Difference) -> Said:
    stated, expected = difference.stated, difference.expected
    hint = "to write what the meeting heard, run: ogp post {meeting}; or correct its steps"
    if stated is None:
        message = "the history lacks the step “{expected}” of the meeting of {meeting}"
    elif expected is None:
        message = "the meeting of {meeting} did not hear “{stated}” of this commitment"
    elif stated == expected:
        message = "the meeting of {meeting} says something else of the step “{stated}”"
    else:
        message = "the step is “{stated}”, and the meeting of {meeting} heard “{expected}” here"
    return message, hint
