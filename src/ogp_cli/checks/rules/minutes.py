"""Rules on the approval and the correction of minutes."""

from collections.abc import Iterator

from ogp_cli.checks.rule import rule, rule_on_change
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place, Spot
from ogp_cli.process.approval import Wrong, on_minutes, sealed, unsealed
from ogp_cli.process.seal import seals_of

_WRONG: dict[Wrong, tuple[str, str]] = {
    "itself": (
        "a meeting cannot approve or correct its own minutes",
        "name the meeting whose minutes were approved",
    ),
    "later": (
        "the meeting of {name} is later than this one",
        "name the meeting whose minutes were approved",
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


@rule("error", after={"seal-gone"})
def missing_seal(plan: Plan) -> Iterator[Finding]:
    """Minutes that were approved, or a card that they adopted, have no seal yet.

    `ogp post` writes it. Until then, nobody notices if they are changed. Where a later meeting
    corrects approved minutes, `ogp post` writes another seal, and the last one counts.
    """
    message, hint = "this meeting has no seal for {name}", "to write it, run: ogp post"
    for each in sealed(plan):
        if each.seal is None:
            yield Finding(each.at, message, hint, {"name": each.name}, follows=[each.at])


@rule("error", needs={"meetings", "commitments", "organizations", "reports", "plan"})
def approved_changed(plan: Plan) -> Iterator[Finding]:
    """The content of approved minutes, or of an adopted card, has changed since.

    A seal is a digest of the facts that the minutes print: those in the meeting's own file, without
    `documents` and `accept`; the numbers and titles of the commitments, the names of institutions,
    groups and the committee, the letterhead and who signs, and the results that were presented. The
    minutes that adopt a commitment seal its card too, with its milestones. What a committee
    approved is not rewritten: a later meeting corrects it, with `correct`, and amends a card, with
    `amend`. The old name of what is renamed stays under `formerly`.
    """
    message = "{name} is not what was sealed here"
    hint = (
        "to see what changed: git log -p {file}; if it is meant, record “correct: {name}” in a "
        "later meeting; otherwise undo it"
    )
    of_card = "undo the change in {file}; a meeting changes the card, with “amend”"
    last = {each.name: each for each in sealed(plan)}
    for each in last.values():
        if each.seal and each.seal != seals_of(plan).get(each.name):
            said = hint if each.name in plan.meetings else of_card
            values = {"name": each.name, "file": each.file}
            yield Finding(each.seal_at, message, said, values, Spot(each.file))


@rule_on_change("error", needs={"meetings"})
def seal_gone(plan: Plan, before: Plan) -> Iterator[Finding]:
    """A change removed or altered the seal of approved minutes or of a card.

    A seal shows whether the minutes are still what a meeting approved. A change of both would go
    unnoticed, so the seals are compared with those of a git revision:

        ogp check --settings-from origin/main

    `--changed-since` compares them too. Without a revision, this rule finds nothing.
    """
    hint = "restore it from git; a later meeting corrects approved minutes, with “correct”"
    kept = {(name, seal) for each in plan.meetings.values() for name, seal in each.seals.items()}
    for old in before.meetings.values():
        meeting = plan.meetings.get(old.id)
        if meeting is None:
            continue  # that says `meeting-gone`
        for name in (name for name, seal in old.seals.items() if (name, seal) not in kept):
            message, at = "the seal of {name} has changed", meeting.at("seals", name)
            if name not in meeting.seals:
                message, at = "the seal of {name} is gone", _approving(meeting, name)
            yield Finding(at, message, hint, {"name": name})


def _approving(meeting: Meeting, name: str) -> Place:
    """Return where a meeting approves or corrects some minutes, or else its seals."""
    for index, decision in enumerate(meeting.decisions):
        key = decision.KEY
        if key in {"approve", "correct"} and getattr(decision, key) == name:
            return meeting.at("decisions", index, key)
    return meeting.at("seals").name


@rule_on_change("error", needs={"meetings"})
def meeting_gone(plan: Plan, before: Plan) -> Iterator[Finding]:
    """A change removed a meeting whose content is in no other file.

    What it heard and decided would be gone with it. A file that is only renamed is fine. A meeting
    that was still planned may be replaced by another of its kind, or by a note that says why it was
    not held. The revision is that of `--settings-from` or `--changed-since`; without one, nothing
    is found.
    """
    hint, known = "restore the file from git", {each.id for each in before.all_meetings}
    planned_hint = (
        "restore the file from git; if the meeting was called off, write a “note” that says so"
    )
    new = [each for each in plan.all_meetings if each.id not in known]
    for old in before.all_meetings:
        is_kept = plan.has_meeting(old.id) or old.id in plan.planned or _is_called_off(plan, old)
        if not is_kept and not any(_follows(old, each) for each in new):
            said = hint if old.is_held else planned_hint
            yield Finding(Spot(old.file), "the meeting of {name} is gone", said, {"name": old.id})


def _is_called_off(plan: Plan, old: Meeting) -> bool:
    return not old.is_held and any(old.slot in each.call_off for each in plan.meetings.values())


def _follows(old: Meeting, new: Meeting) -> bool:
    """Whether a new file may be what became of a meeting."""
    if not old.is_held:
        return new.kind in {old.kind, "note"}
    return old.model_copy(update={"date": new.date}).model_dump() == new.model_dump()


@rule("info", needs={"commitments", "meetings"})
def unsealed_card(plan: Plan) -> Iterator[Finding]:
    """A card of the plan is not sealed yet: it may still be completed in its file.

    It is sealed when the minutes that adopted it are approved. An act or a letter has no minutes:
    it seals each card once the card has what OGP's template asks for. From then on, only a meeting
    changes the card, with `amend`. In a book that approves no minutes, this rule finds only what
    acts and letters adopted.
    """
    for meeting, cards in unsealed(plan):
        yield Finding(
            next(iter(cards.values())),
            "the cards adopted here are not sealed yet, and may still be completed: {names}",
            "once they are complete, approve these minutes in a later meeting"
            if meeting.has_minutes
            else "add what OGP's template asks for, and run: ogp post",
            {"names": ", ".join(cards)},
        )
