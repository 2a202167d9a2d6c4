"""Rules on decisions."""

from collections.abc import Iterable, Iterator

from ogp_cli.checks.comparison import compared
from ogp_cli.checks.rule import rule
from ogp_cli.models.decision import Approval, Cancellation, Merge, Rejection, Withdrawal
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.approval import Wrong, on_minutes
from ogp_cli.process.ledger import expected
from ogp_cli.process.reconciliation import reconcile
from ogp_cli.process.seal import seal_of
from ogp_cli.process.vocabulary import MERGED_ONLY
from ogp_cli.store.folder import PLAN


@rule("error")
def missing_title(plan: Plan) -> Iterator[Finding]:
    """A commitment has no title.

    Only a merged commitment whose merge is proposed or dropped may lack one. The committee may
    propose a merge before it agrees on a title, but it needs the title to decide the merge.
    """
    ledger = expected(plan)
    for commitment in plan.commitments.values():
        statuses = {commitment.status, ledger.state(commitment.id).status}
        if commitment.title is None and statuses.isdisjoint(MERGED_ONLY):
            yield Finding(
                commitment.at("title"),
                "the commitment has no title",
                "write the title after “title:”",
            )


@rule("warning")
def untitled_merge(plan: Plan) -> Iterator[Finding]:
    """A proposed merge has no title for the merged commitment.

    The committee may propose a merge before it has a title, but people who are asked for comments
    need to know what the merge is about. Once the merge is decided, `missing-title` makes it an
    error.
    """
    for each in plan.commitments.values():
        if each.title is None and each.status == "pending":
            yield Finding(
                each.at("merged_from").name,
                "the proposed merge has no title",
                "add a line that starts with “title:” once there is a title",
            )


@rule("error")
def small_merge(plan: Plan) -> Iterator[Finding]:
    """A merge names only one commitment.

    A merge needs at least two. To change a single commitment, change its title or cancel it.
    """
    for _, at, decision in plan.index.decisions:
        if not isinstance(decision, Merge) or decision.state == "dropped":
            continue  # one member may be let go
        if len(set(decision.merge)) == 1:
            yield Finding(
                at / "merge",
                "the merge names only {name}",
                "name at least two commitments, or remove the decision",
                {"name": decision.merge[0]},
            )


@rule("info", needs={"meetings"})
def different_leads(plan: Plan) -> Iterator[Finding]:
    """A merge joins commitments with different leads.

    This may be intended, but one institution will have to lead the merged commitment.
    """
    for merge in expected(plan).states.values():
        known = (plan.commitments.get(name) for name in merge.members)
        leads = dict.fromkeys(each.lead for each in known if each and each.lead)
        if merge.made and len(leads) > 1:
            yield Finding(
                merge.made.at / "merge",
                "the commitments have different leads: {leads}",
                "agree on one lead, and accept the warning here with the reason",
                {"leads": ", ".join(leads)},
            )


_ENDING = (Cancellation, Rejection, Withdrawal)


@rule("warning")
def cancellation_reason(plan: Plan) -> Iterator[Finding]:
    """A meeting cancels, declines or withdraws commitments and gives no reason.

    OGP's requirement 4.1 asks for a reasoned response: whoever proposed a commitment is told why it
    was not kept. Where the meeting gave no reason, leave it out: the minutes say so, and it is
    still owed.
    """
    message = "the decision has no reason: OGP requirement 4.1 asks for one"
    hint = "add “reason:” with the reason that the meeting gave; if it gave none, ask for one"
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, _ENDING) and decision.reason is None:
            yield Finding(at, message, hint)


@rule("error", needs={"meetings"})
def contradictory_decision(plan: Plan) -> Iterable[Finding]:
    """A decision contradicts an earlier one on the same commitment.

    A commitment that was merged or cancelled has ended: it cannot be merged or cancelled again. A
    commitment that is proposed for one merge cannot be proposed for another until the first is
    dropped. One meeting gives a commitment only one outcome. A merge that was not proposed cannot
    be dropped. Until the contradiction is corrected, nothing else is reported on the commitments
    that the decision names.
    """
    return compared(plan, "contradictory-decision")


@rule("error", needs={"meetings"})
def merge_target_ended(plan: Plan) -> Iterable[Finding]:
    """A decision merges commitments into one that was already merged or cancelled.

    A commitment that has ended cannot take others in: their proposals would disappear without a
    reason. A later decision may still end the target of a merge.
    """
    return compared(plan, "merge-target-ended")


@rule("error", needs={"meetings"})
def merge_cycle(plan: Plan) -> Iterable[Finding]:
    """Merges form a cycle: a commitment is merged into one that is merged into it.

    The merges of every proposal must lead to a commitment that stands or was cancelled.
    """
    return compared(plan, "merge-cycle")


@rule("error", needs={"meetings"})
def merge_left_open(plan: Plan) -> Iterable[Finding]:
    """A decided merge leaves out commitments that were proposed for it.

    They would stay proposed for a merge that is over. Name them in the decision too, or drop them
    from the merge with another decision.
    """
    return compared(plan, "merge-left-open")


@rule("error", needs={"meetings"})
def decision_not_applied(plan: Plan) -> Iterable[Finding]:
    """A meeting decided on a commitment, but the commitment's file says something else.

    Every decision is written twice: in the meeting that takes it, and in the status, the merge and
    the history of each commitment. The last decision counts. If several files differ from one
    decision, they are reported together, at the decision.

        # data/meetings/2024-03-21.yaml         # data/commitments/22.yaml
        decisions:                              status: standing    # should be cancelled
        - cancel: [22]
    """
    return compared(plan, "decision-not-applied")


@rule("error", needs={"meetings"})
def decision_not_shown(plan: Plan) -> Iterable[Finding]:
    """A meeting decided on a commitment, but the commitment's history lacks the step.

    The history shows how the commitment reached its status, and names the meeting of each step.
    """
    return compared(plan, "decision-not-shown")


@rule("error", needs={"meetings"})
def undecided_status(plan: Plan) -> Iterable[Finding]:
    """A file says that a commitment is merged or cancelled, but no meeting decides so.

    If the files of several commitments say so about one merge or one meeting, they are reported
    together. Most often the decision is missing in the meeting's file.
    """
    return compared(plan, "undecided-status")


@rule("error", needs={"meetings"})
def undecided_step(plan: Plan) -> Iterable[Finding]:
    """A history has a step for a decision that the meeting did not take.

    Minutes are made from decisions, so this step would stand for a decision that nobody took. A
    step that repeats the same decision is reported too.

        history:
        - meeting: 2024-03-21
          step: merge-proposed      # the meeting of 2024-03-21 proposes no such merge
    """
    return compared(plan, "undecided-step")


@rule("error", needs={"meetings"})
def merge_state(plan: Plan) -> Iterable[Finding]:
    """A proposed merge is recorded as decided, or a decided merge as proposed.

    A proposed merge («اقتراح دمج») is not a merge yet: one meeting proposes it, and a later one
    decides or drops it. The commitment's status follows the last decision. Each step in its history
    follows the decision of its own meeting.
    """
    return compared(plan, "merge-state")


@rule("error", needs={"meetings"})
def merge_target(plan: Plan) -> Iterable[Finding]:
    """A commitment's `merged_into` is missing, superfluous, or differs from the decision.

    A commitment that is merged, or proposed for a merge, names the merged commitment under
    `merged_into`. A commitment that stands or is cancelled has no `merged_into`. When a merge is
    dropped, remove the line again. A commitment is never merged into itself.
    """
    return compared(plan, "merge-target")


@rule("error", needs={"meetings"})
def merge_sources(plan: Plan) -> Iterable[Finding]:
    """A merged commitment and the meeting's decision list different commitments.

    The decision lists the commitments that it merges. The merged commitment lists the same ones
    under `merged_from`.
    """
    return compared(plan, "merge-sources")


@rule("error", needs={"meetings"})
def merge_status(plan: Plan) -> Iterable[Finding]:
    """A merged commitment's status differs from the last decision on its merge.

    It is `pending` while the merge is proposed, `standing` once the merge is decided, and `dropped`
    once the merge is dropped. Only a commitment with `merged_from` is a merged commitment, and a
    meeting must have proposed or decided its merge.
    """
    return compared(plan, "merge-status")


@rule("error", needs={"meetings"})
def reason_differs(plan: Plan) -> Iterable[Finding]:
    """The meeting and the commitment give different reasons.

    The reason is the answer to whoever proposed the commitment (OGP requirement 4.1). The meeting
    and the commitment give it in the same words.
    """
    return compared(plan, "reason-differs")


@rule("warning", needs={"meetings"})
def title_differs(plan: Plan) -> Iterable[Finding]:
    """A merged commitment's title differs from the title in the last decision on it.

    The minutes print the title of the decision. If only the wording was improved since then, accept
    the difference.
    """
    return compared(plan, "title-differs")


@rule("error", needs={"meetings"})
def steps_differ(plan: Plan) -> Iterable[Finding]:
    """A history does not have the steps that a meeting heard, in their order.

    Only of meetings that have `steps`; `ogp post` writes them into the files.

        - on: [7, 9, 14]
          heard: [comments-shared, new-version-received]
    """
    return compared(plan, "steps-differ")


@rule("error", needs={"meetings"})
def amendment_differs(plan: Plan) -> Iterable[Finding]:
    """The history of a commitment names other changes than the amendment of its meeting.

    `what` names the keys of the card that an amendment changed. `ogp post` writes it.
    """
    return compared(plan, "amendment-differs")


@rule("error", needs={"commitments", "meetings"})
def conservation(plan: Plan) -> Iterator[Finding]:
    """A proposal is missing or has no outcome, so the outcomes do not add up.

    Every proposal has exactly one outcome: it stands, it is in one proposed merge, it was merged
    into another commitment, or it was cancelled. For the report of 21 March 2024: 27 = 17 + 7 + 0 +
    3. Only a merged commitment (with `merged_from`) can be `pending` or `dropped`. `proposals:` in
    plan.yaml is the number of proposals; it shows when a file is missing, or when there is one too
    many.
    """
    yield from compared(plan, "conservation")
    number = plan.info.proposals
    found = sum(each.is_proposal for each in plan.commitments.values())
    if number and found != number and not reconcile(plan).groups:
        yield Finding(
            Place(PLAN, ("proposals",)),
            "there are {number} proposals, but {found} of them have a file",
            "look in git for a missing file; for a new proposal, correct the number",
            {"number": number, "found": found},
        )


_SAID: dict[Wrong, tuple[str, str]] = {
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
            message, hint = _SAID[wrong]
            values = {"name": minutes.id, "earlier": earlier.id if earlier else ""}
            related = (earlier or minutes).at() if wrong != "itself" else None
            yield Finding(at / decision.KEY, message, hint, values, related)


@rule("warning")
def missing_seal(plan: Plan) -> Iterator[Finding]:
    """An approval of minutes has no seal yet.

    `ogp post` writes it. Until then, nobody notices if the approved minutes are changed.
    """
    message, hint = "the approval has no seal", "to write it, run: ogp post {name}"
    for meeting, at, decision, _, wrong, _ in on_minutes(plan):
        if isinstance(decision, Approval) and not wrong and decision.seal is None:
            yield Finding(at / "approve", message, hint, {"name": meeting.id})


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
