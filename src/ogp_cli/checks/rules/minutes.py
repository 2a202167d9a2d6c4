"""Rules on the approval and the correction of minutes."""

from collections.abc import Iterator

from ogp_cli.checks.rule import rule, rule_on_change
from ogp_cli.models.decision import Approval
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Spot
from ogp_cli.process.approval import Wrong, approvals, on_minutes
from ogp_cli.process.seal import seal_of

_WRONG: dict[Wrong, tuple[str, str]] = {
    "itself": (
        "a meeting cannot approve or correct its own minutes",
        "write the meeting whose minutes it had before it",
    ),
    "later": (
        "the meeting of {name} is later than this one",
        "write the meeting whose minutes it had before it",
    ),
    "twice": (
        "the meeting of {earlier} already approved the minutes of {name}",
        "remove this decision, or the other one",
    ),
}


@rule("error")
def wrong_minutes(plan: Plan) -> Iterator[Finding]:
    """A meeting approves or corrects minutes that it cannot: its own, later ones, or approved ones.

    Minutes are approved once, by a later meeting. They can be corrected more than once.
    """
    for _, at, decision, minutes, wrong, earlier in on_minutes(plan):
        if wrong:
            message, hint = _WRONG[wrong]
            values = {"name": minutes.id, "earlier": earlier.id if earlier else ""}
            related = (earlier or minutes).at() if wrong != "itself" else None
            yield Finding(at / decision.KEY, message, hint, values, related)


@rule("warning", after={"seal-gone"})
def missing_seal(plan: Plan) -> Iterator[Finding]:
    """An approval of minutes has no seal yet.

    `ogp post` writes it. Until then, nobody notices if the approved minutes are changed.
    """
    message, hint = "the approval has no seal", "to write it, run: ogp post {name}"
    for meeting, at, decision, _, wrong, _ in on_minutes(plan):
        if isinstance(decision, Approval) and not wrong and decision.seal is None:
            place = at / "approve"
            yield Finding(place, message, hint, {"name": meeting.id}, follows=[place])


@rule("error")
def approved_changed(plan: Plan) -> Iterator[Finding]:
    """The minutes of a meeting changed after a later meeting approved them.

    An approval has a seal: a digest of what the file of the approved meeting said, without
    `documents` and `accept`. What a committee approved is not rewritten: a later meeting corrects
    it, with `correct`.
    """
    message = "the minutes of {name} are not what this meeting approved"
    hint = "to see what changed: git log -p {file}; undo it there, and correct it with “correct”"
    for _, at, decision, minutes, wrong, _ in on_minutes(plan):
        sealed = decision.seal if isinstance(decision, Approval) and not wrong else None
        if sealed and sealed != seal_of(minutes):
            values = {"name": minutes.id, "file": minutes.file}
            yield Finding(at / "seal", message, hint, values, minutes.at())


@rule_on_change("error", needs={"meetings"})
def seal_gone(plan: Plan, before: Plan) -> Iterator[Finding]:
    """The seal of approved minutes is gone, or is another one than before a change.

    A seal tells whether the minutes are what a meeting approved. Whoever changes both tells
    nothing, so the seals are compared with those of a git revision:

        ogp check --settings-from origin/main

    `--changed-since` compares them too. Without a revision, this rule finds nothing.
    """
    hint = "take it back from git; a later meeting corrects approved minutes, with “correct”"
    now = approvals(plan)
    for name, old in approvals(before).items():
        new, values = now.get(name), {"name": name}
        if old.decision.seal is None or (new and new.decision.seal == old.decision.seal):
            continue
        if new and new.decision.seal:
            message = "the minutes of {name} have another seal than before"
            yield Finding(new.at / "seal", message, hint, values)
        else:
            message = "the seal of the minutes of {name} is gone"
            yield Finding(new.at / "approve" if new else Spot(old.at.file), message, hint, values)
