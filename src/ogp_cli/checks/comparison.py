"""Findings from the comparison of the meetings' decisions with the commitments' files.

The rules in `rules/decisions/` that have no condition of their own are filters of this comparison.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ogp_cli.checks.difference import finding_of, place_of
from ogp_cli.models.decision import Merge
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.ledger import Refusal, expected
from ogp_cli.process.reconciliation import reconcile

Found = tuple[str, Finding]

# The rules that are filters of the comparison.
COMPARED: set[str] = {"presentation-differs", "conservation"}


def compared(plan: Plan, rule: str) -> Iterable[Finding]:
    """Return the findings of the comparison that have the name of a rule."""
    COMPARED.add(rule)
    return _findings(plan).get(rule, ())


@lru_cache(maxsize=2)
def _findings(plan: Plan) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for rule, finding in (*_refused(plan), *_left_open(plan), *_different(plan)):
        found.setdefault(rule, []).append(finding)
    return found


def _refused(plan: Plan) -> Iterator[Found]:
    """Yield one finding for each refused decision, however many commitments it names."""
    by_decision: dict[Place, list[Refusal]] = {}
    for refusal in reconcile(plan).refused:
        by_decision.setdefault(refusal.decided.at, []).append(refusal)
    for refusals in by_decision.values():
        yield _refusal(plan, refusals)


def _refusal(plan: Plan, refusals: list[Refusal]) -> Found:
    first, *_ = refusals
    meeting = first.decided.meeting
    target = first.act.target or ""
    values = {
        "name": ", ".join(each.commitment for each in refusals),
        "target": target,
        "meeting": first.earlier.meeting.id if first.earlier else meeting.id,
    }
    target_at = first.act.target_at or first.decided.at
    is_target = first.commitment == target and first.why == "number"
    named = target_at if is_target else first.act.at / first.act.commitments.index(first.commitment)
    related = first.earlier.at if first.earlier else None
    said = _SAID_OF_PLAN.get(first.why)
    if said:
        return "contradictory-decision", Finding(named, *said, values, related)
    match first.why:
        case "itself":
            message = "the merge lists its own target, {target}, among the commitments to merge"
            hint = "give the merged commitment a file of its own, with “merged_from”"
            return "merge-target", Finding(target_at, message, hint, values)
        case "target-ended":
            message = "the meeting of {meeting} ended “{target}”, the target of the merge"
            hint = "merge into a commitment that stands, or correct the earlier decision"
            return "merge-target-ended", Finding(target_at, message, hint, values, related)
        case "circle":
            values["circle"] = " → ".join([target, *expected(plan).path(target), target])
            message = "the merges form a cycle: {circle}"
            hint = "correct one of the merges, so that the last commitment stands"
            return "merge-cycle", Finding(target_at, message, hint, values, related)
        case "taken":
            message = "{name} already has another outcome, from the meeting of {meeting}"
            hint = "remove it from one of the two decisions"
            if first.earlier and isinstance(first.earlier.decision, Merge):
                hint = "remove it from one of the two decisions, or drop the first merge"
            return "contradictory-decision", Finding(named, message, hint, values, related)
        case "not-open":
            message = "there is no earlier decision on {name} to undo"
            hint = "correct the number, or add the earlier decision to its meeting"
            return "contradictory-decision", Finding(named, message, hint, values, related)
        case _:
            raise AssertionError(first.why)


# What a decision on the plan contradicts: the message and the hint.
_SAID_OF_PLAN: dict[str, tuple[str, str]] = {
    "undecided": (
        "{name} is in a merge that was only proposed",
        "decide the merge first, with “state: decided”, and adopt what it makes",
    ),
    "number": (
        "{name} was adopted at the meeting of {meeting}",
        "give the commitment another number, or remove it from one of the two adoptions",
    ),
    "closed": (
        "the meeting of {meeting} adopted the plan, and closed the proposals: {name}",
        "to say why a proposal was left out, use “decline”; a revision of the plan adopts a new "
        "commitment with “from: []”",
    ),
    "not-closed": (
        "no meeting has adopted the plan yet: {name}",
        "to end a proposal before the adoption, use “cancel”",
    ),
    "in-plan": (
        "{name} is a commitment of the plan, since the meeting of {meeting}",
        "use “amend” or “withdraw”, or correct the number of the proposal",
    ),
    "not-in-plan": (
        "{name} is not a commitment of the plan",
        "write the id of a commitment of the plan, such as c1, or add it to an adoption",
    ),
}


def _left_open(plan: Plan) -> Iterator[Found]:
    by_decision: dict[Place, list[str]] = {}
    for name, decided in reconcile(plan).left_open:
        by_decision.setdefault(decided.at, []).append(name)
    for at, names in by_decision.items():
        message = "the decision leaves out commitments that are proposed for this merge: {names}"
        hint = "add them here, or drop them from the merge with “state: dropped”"
        yield "merge-left-open", Finding(at / "merge", message, hint, {"names": ", ".join(names)})


def _different(plan: Plan) -> Iterator[Found]:
    for group in reconcile(plan).groups:
        first = group[0]
        if len({each.commitment.id for each in group}) == 1:
            yield finding_of(first)
            continue
        values = {"names": ", ".join(dict.fromkeys(each.commitment.id for each in group))}
        if first.heard and first.heard.at:
            yield _steps_differ(first.heard.meeting, first.heard.at, values, place_of(first))
            continue
        place = place_of(first)
        decided = next(filter(None, (each.decided or each.meant for each in group)), None)
        if decided and all(each.decided or each.meant or each.entry is None for each in group):
            message = "the files of {names} do not agree with this decision"
            hint = "to write it into the files, run: ogp post {meeting}; or correct the decision"
            values["meeting"] = decided.meeting.id
            yield "decision-not-applied", Finding(decided.at, message, hint, values, place)
        else:
            message = "no meeting decided what the files of {names} say"
            hint = "add the decision to its meeting, or undo it in these files"
            yield "undecided-status", Finding(place, message, hint, values)


def _steps_differ(meeting: Meeting, at: Place, values: dict[str, str], related: Place) -> Found:
    message = "the histories of {names} do not agree with these steps"
    hint = "to write them into the files, run: ogp post {meeting}; or correct the steps"
    return "steps-differ", Finding(at, message, hint, {**values, "meeting": meeting.id}, related)
