"""The message for a difference between a file and the decisions."""

from typing import NamedTuple

from ogp_cli.models.decision import Adoption
from ogp_cli.problem import Finding, Place
from ogp_cli.process.differences import Difference
from ogp_cli.process.vocabulary import MERGED_ONLY


class _Said(NamedTuple):
    rule: str
    message: str
    hint: str


def finding_of(difference: Difference) -> tuple[str, Finding]:
    """Return the rule and the finding for a single difference."""
    commitment, decided = difference.commitment, difference.decided
    said = _said(difference)
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
    return said.rule, Finding(place_of(difference), said.message, said.hint, values, related)


def place_of(difference: Difference) -> Place:
    """Return the place of a difference in the commitment's file."""
    commitment, index = difference.commitment, difference.entry or 0
    made_from = "adopted_from" if commitment.is_adopted else "merged_from"
    became = "adopted_as" if commitment.adopted_as else "merged_into"
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


_SAID: dict[str, _Said] = {
    "unmade": _Said(
        "merge-status",
        "no meeting proposes or decides this merge",
        "add the merge to the decisions of its meeting, or remove this file",
    ),
    "missing": _Said(
        "decision-not-shown",
        "the history lacks the step “{expected}” of the meeting of {meeting}",
        "to add it, run: ogp post {meeting}; or correct the decision",
    ),
    "title": _Said(
        "title-differs",
        "the meeting of {meeting} gave a different title",
        "copy the title from the meeting, or accept the warning here with the reason",
    ),
    "what": _Said(
        "amendment-differs",
        "the meeting of {meeting} amended something else: {expected}",
        "to write what it amended, run: ogp post {meeting}; or correct the decision",
    ),
}


_SAID_OF_PLAN: dict[str, _Said] = {
    "unmade": _Said(
        "merge-status",
        "no meeting adopts this commitment",
        "add it to the adoption of its meeting, or remove this file",
    ),
    "members": _Said(
        "merge-sources",
        "“adopted_from” is not what the meeting of {meeting} adopted",
        "to correct it, run: ogp post {meeting}; or correct the decision",
    ),
}


def _said_of_due(difference: Difference) -> _Said:
    rule = "milestone-moved"
    if difference.decided is None:
        message = "the meeting of {stated} did not move this milestone"
        return _Said(rule, message, "add “move” to an amendment there, or remove the move")
    if difference.aspect == "moved":
        message = "“moved” is not what the meeting of {meeting} decided"
        return _Said(rule, message, "to correct it, run: ogp post {meeting}")
    message = "the meeting of {meeting} moved this milestone to {expected}"
    if difference.stated == difference.expected:
        hint = "write the date before the move under “due”, and run: ogp post {meeting}"
        return _Said(rule, message, hint)
    return _Said(rule, message, "to write it into the card, run: ogp post {meeting}")


def _is_adopted_by(difference: Difference) -> bool:
    """Whether an adoption makes the commitment, also if its file does not say so."""
    return difference.decided is not None and isinstance(difference.decided.decision, Adoption)


def _said(difference: Difference) -> _Said:
    is_of_plan = difference.commitment.is_adopted or _is_adopted_by(difference)
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


def _said_of_status(difference: Difference) -> _Said:
    stated, expected = difference.stated, difference.expected
    hint = "write “status: {expected}”, or correct the decision"
    if stated in MERGED_ONLY and difference.commitment.is_proposal:
        message = "only a merged commitment can be “{stated}”"
        return _Said("conservation", message, "write “status: {expected}”, or add “merged_from”")
    if difference.decided is None:
        message = "the status is “{stated}”, but no meeting decided so"
        hint = "add the decision to its meeting, or write “status: {expected}”"
        return _Said("undecided-status", message, hint)
    message = "the status is “{stated}”, but the meeting of {meeting} makes it “{expected}”"
    if {stated, expected} == {"merge-proposed", "merged"}:
        return _Said("merge-state", message, hint)
    is_made = not difference.commitment.is_proposal
    return _Said("merge-status" if is_made else "decision-not-applied", message, hint)


def _said_of_target(difference: Difference) -> _Said:
    if difference.expected is None and difference.commitment.adopted_as:
        message = "the status is “{status}”, but it is adopted as “{stated}”"
        return _Said("merge-target", message, "remove “adopted_as”, or correct the decision")
    if difference.expected is None:
        message = "the status is “{status}”, but it is merged into “{stated}”"
        return _Said("merge-target", message, "remove “merged_into”, or correct the decision")
    if difference.commitment.status == "adopted":
        message = "it was adopted as “{expected}” at the meeting of {meeting}, but the file differs"
        return _Said("merge-target", message, "to correct it, run: ogp post {meeting}")
    hint = "write “merged_into: {expected}”, or correct the decision"
    if difference.stated is None:
        return _Said("merge-target", "the status is “{status}”, but “merged_into” is missing", hint)
    message = "it is merged into “{stated}”, but the meeting of {meeting} says “{expected}”"
    return _Said("merge-target", message, hint)


def _said_of_step(difference: Difference) -> _Said:
    if difference.expected:
        message = "the step is “{stated}”, but the meeting of {meeting} says “{expected}”"
        hint = "write “step: {expected}”, or correct the decision"
        return _Said("merge-state", message, hint)
    meant = difference.meant
    if meant and difference.commitment.id in meant.decision.commitments:
        return _Said(
            "undecided-step", "the step “{stated}” is written twice", "keep one of the two"
        )
    message = "the meeting of {meeting} does not decide “{stated}” on this commitment"
    hint = "remove the step, or add the decision to its meeting"
    return _Said("undecided-step", message, hint)


def _said_of_member(difference: Difference) -> _Said:
    if difference.stated:
        message = "the meeting of {meeting} does not merge {stated} into it"
        return _Said("merge-sources", message, "remove {stated}, or add it to the decision")
    message = "“merged_from” lacks {expected}, which the meeting of {meeting} merges into it"
    hint = "add {expected} to “merged_from”, or correct the decision"
    return _Said("merge-sources", message, hint)


def _said_of_reason(difference: Difference) -> _Said:
    hint = "copy the reason from the meeting, or correct it there"
    if difference.stated:
        return _Said("reason-differs", "the meeting of {meeting} gives a different reason", hint)
    message = "the history lacks the reason that the meeting of {meeting} gives"
    return _Said("reason-differs", message, hint)


def _said_of_heard(difference: Difference) -> _Said:
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
    return _Said("steps-differ", message, hint)
