"""Rules on decisions, and on what the commitments' files say of them."""

from collections.abc import Iterable, Iterator

from ogp_cli.checks.comparison import CAUSES, compared
from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Commitment, Proposal
from ogp_cli.models.decision import (
    Adoption,
    Amendment,
    Cancellation,
    Merge,
    Rejection,
    Withdrawal,
)
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.ledger import Ledger, Refusal, Why, expected
from ogp_cli.process.presentation import presentations
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


@rule("error", needs={"meetings"}, after={"unknown-commitment"})
def contradictory_decision(plan: Plan) -> Iterator[Finding]:
    """A decision contradicts an earlier one, or itself.

    A commitment that was merged or cancelled has ended: it cannot be merged or cancelled again, nor
    take others in. A commitment that is proposed for one merge cannot be proposed for another until
    the first is dropped, and the decision on a merge names every member that was proposed for it,
    or another decision drops them. One meeting gives a commitment only one outcome. A merge that
    was not proposed cannot be dropped. Merges never form a cycle: those of every proposal lead to a
    commitment that stands or was cancelled.

    Until the contradiction is corrected, no difference is reported on the commitments that the
    decision names.
    """
    by_decision: dict[Place, list[Refusal]] = {}
    for refusal in expected(plan).refused:
        by_decision.setdefault(refusal.decided.at, []).append(refusal)
    for refusals in by_decision.values():
        yield _refusal(plan, refusals)
    left_open: dict[Place, list[str]] = {}
    for name, decided in expected(plan).left_open:
        if plan.has_commitment(name):
            left_open.setdefault(decided.at, []).append(name)
    for at, names in left_open.items():
        message = "the decision leaves out commitments that are proposed for this merge: {names}"
        hint = "add them here, or drop them from the merge with “state: dropped”"
        values = {"names": ", ".join(names)}
        yield Finding(at / "merge", message, hint, values, follows=(at,))


def _refusal(plan: Plan, refusals: list[Refusal]) -> Finding:
    """Return one finding for a refused decision, however many commitments it names."""
    first, *_ = refusals
    decided, earlier, target = first.decided, first.earlier, first.act.target or ""
    values = {
        "name": ", ".join(each.commitment for each in refusals),
        "target": target,
        "meeting": earlier.meeting.id if earlier else decided.meeting.id,
        "circle": " → ".join([target, *expected(plan).path(target), target]),
    }
    is_on_target = first.why in _ON_TARGET or (first.why == "number" and first.commitment == target)
    at = first.act.at / first.act.commitments.index(first.commitment) if not is_on_target else None
    message, hint = _SAID[first.why]
    if first.why == "taken" and earlier and isinstance(earlier.decision, Merge):
        hint = "remove it from one of the two decisions, or drop the first merge"
    return Finding(
        at or first.act.target_at or decided.at,
        message,
        hint,
        values,
        earlier.at if earlier and first.why != "itself" else None,
        follows=[each.at for each in (decided, earlier) if each],
    )


# What is wrong with the target of a merge, and not with its members.
_ON_TARGET = {"itself", "target-ended", "circle"}
_SAID: dict[Why, tuple[str, str]] = {
    "itself": (
        "the merge lists its own target, {target}, among the commitments to merge",
        "give the merged commitment a file of its own, with “merged_from”",
    ),
    "target-ended": (
        "the meeting of {meeting} ended “{target}”, the target of the merge",
        "merge into a commitment that stands, or correct the earlier decision",
    ),
    "circle": (
        "the merges form a cycle: {circle}",
        "correct one of the merges, so that the last commitment stands",
    ),
    "taken": (
        "{name} already has another outcome, from the meeting of {meeting}",
        "remove it from one of the two decisions",
    ),
    "not-open": (
        "there is no earlier decision on {name} to undo",
        "correct the number, or add the earlier decision to its meeting",
    ),
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


@rule("error", needs={"meetings"}, after=CAUSES | {"unknown-period"})
def decision_not_applied(plan: Plan) -> Iterator[Finding]:
    """A meeting decided something, and a file does not say so.

    Every decision is written twice: in the meeting that takes it, and in the commitments' files: in
    the status, in what they became or are made of, and in the history, with the reason and what was
    amended or moved. The last decision counts. If several files differ from one decision, they are
    reported together, at the decision. `ogp post` writes all of it.

        # data/meetings/2024-03-21.yaml         # data/commitments/22.yaml
        decisions:                              status: standing    # should be cancelled
        - cancel: [22]

    A meeting that presented the results of a half-year gives its day to the report (OGP requirement
    5.1: two meetings a year with civil society on the results).
    """
    yield from compared(plan, "decision-not-applied")
    for period, meeting in presentations(plan).items():
        report = plan.reports.get(period)
        if report and report.presented != meeting.date:
            yield Finding(
                report.at("presented") if report.presented else report.at(),
                "the meeting of {meeting} presented these results, but the report does not say so",
                "to write it into the report, run: ogp post {meeting}",
                {"meeting": meeting.id},
                meeting.at("presented"),
            )


@rule("error", needs={"meetings"}, after=CAUSES | {"unknown-period"})
def undecided(plan: Plan) -> Iterator[Finding]:
    """A file says what no meeting decided.

    Minutes are made from decisions, so this would stand for a decision that nobody took. Most often
    the decision is missing in the meeting's file. If the files of several commitments say so about
    one merge or one meeting, they are reported together. A step that repeats a decision is reported
    too.

        history:
        - meeting: 2024-03-21
          step: merge-proposed      # the meeting of 2024-03-21 proposes no such merge

    After the adoption, a milestone is added, dropped or moved by a decision:

        # data/meetings/2025-10-10.yaml        # data/commitments/c1.yaml
        decisions:                             milestones:
        - amend: [c1]                          - {id: 1, title: …, dropped: 2025-10-10}
          what: [milestones]                   - {id: 2, title: …, added: 2025-10-10}
    """
    yield from compared(plan, "undecided")
    yield from _unamended(plan)
    by_day = {meeting.date: meeting for meeting in presentations(plan).values()}
    for period, report in plan.reports.items():
        if report.presented and period not in presentations(plan):
            meeting = by_day.get(report.presented)
            yield Finding(
                report.at("presented"),
                "no meeting presented these results",
                "add “presented: {period}” to the meeting of {day}, or remove the line",
                {"period": period, "day": report.presented},
                # It may have presented them under another name.
                follows=[meeting.at("presented")] if meeting else (),
            )


def _unamended(plan: Plan) -> Iterator[Finding]:
    """Yield every milestone that a meeting added or dropped without an amendment of them."""
    amended = {
        (meeting.id, name)
        for meeting, _, decision in plan.index.decisions
        if isinstance(decision, Amendment) and "milestones" in decision.changed
        for name in decision.amend
    }
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            for key in ("added", "dropped"):
                meeting = getattr(milestone, key)
                if meeting in plan.meetings and (meeting, commitment.id) not in amended:
                    yield Finding(
                        commitment.at("milestones", index, key),
                        "the meeting of {meeting} did not amend the milestones of {commitment}",
                        "correct the meeting, or add “amend: [{commitment}]” with "
                        "“what: [milestones]” to its decisions",
                        {"meeting": meeting, "commitment": commitment.id},
                    )


@rule("error", needs={"meetings"}, after=CAUSES)
def steps_differ(plan: Plan) -> Iterable[Finding]:
    """A history does not have the steps that a meeting heard, in their order.

    Only of meetings that have `steps`; `ogp post` writes them into the files.

        - on: [7, 9, 14]
          heard: [comments-shared, new-version-received]
    """
    return compared(plan, "steps-differ")


@rule("warning", needs={"meetings"}, after=CAUSES)
def title_differs(plan: Plan) -> Iterable[Finding]:
    """A merged commitment's title differs from the title in the last decision on it.

    The minutes print the title of the decision. If only the wording was improved since then, accept
    the difference.
    """
    return compared(plan, "title-differs")


@rule("error", needs={"meetings", "commitments"})
def conservation(plan: Plan) -> Iterator[Finding]:
    """There are fewer proposals, or more, than `proposals:` in plan.yaml says.

    Every proposal has a file and exactly one outcome: it stands, it is in one proposed merge, it
    was merged into another commitment, or it was cancelled. For the report of 21 March 2024: 27 =
    17 + 7 + 0 + 3. The number shows when a file is missing, or when there is one too many.
    """
    number = plan.info.proposals
    found = sum(isinstance(each, Proposal) for each in plan.commitments.values())
    # A file may say by mistake that it is what a merge or an adoption made, or leave that out.
    made = (state.made is not None for state in map(expected(plan).state, plan.commitments))
    doubtful = sum(
        isinstance(each, Proposal) is is_made
        for each, is_made in zip(plan.commitments.values(), made, strict=True)
    )
    if number and abs(found - number) > doubtful:
        yield Finding(
            Place(PLAN, ("proposals",)),
            "there are {number} proposals, but {found} of them have a file",
            "look in git for a missing file; for a new proposal, correct the number",
            {"number": number, "found": found},
        )


@rule(
    "warning",
    needs={"meetings", "commitments"},
    after={"unknown-commitment", "contradictory-decision"},
)
def owed_reason(plan: Plan) -> Iterator[Finding]:
    """A commitment was cancelled, declined, withdrawn or not adopted, and no meeting said why.

    OGP's requirement 4.1 asks for a reasoned response: whoever proposed a commitment is told why it
    was not kept. Where a meeting gave no reason, leave it out: the minutes say so, and it is still
    owed. The adoption closes the proposals: what it does not name is not adopted. That meeting, or
    a later one, gives the reason:

        - decline: [3]
          reason: …
    """
    message = "the decision has no reason: OGP requirement 4.1 asks for one"
    hint = "add “reason:” with the reason that the meeting gave; if it gave none, ask for one"
    naming: list[Place] = []  # a commitment that there is not may be one that seems to be left out
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, Cancellation | Rejection | Withdrawal) and decision.reason is None:
            yield Finding(at, message, hint)
        if isinstance(decision, Adoption | Rejection):
            naming.append(at)
    ledger = expected(plan)
    left_out = [each.id for each in plan.commitments.values() if _is_left_out(ledger, each)]
    if ledger.closed and left_out:
        yield Finding(
            ledger.closed.at,
            "these proposals were not adopted, and no reason is given: {names}",
            "to give one (OGP requirement 4.1), use “decline” in this meeting or in a later one",
            {"names": ", ".join(map(plan.display_number, left_out))},
            follows=naming,
        )


def _is_left_out(ledger: Ledger, proposal: Commitment) -> bool:
    """Whether a proposal is not adopted, and neither is it, nor what it became, declined."""
    if not isinstance(proposal, Proposal) or ledger.outcome(proposal.id) != "not-adopted":
        return False
    statuses = {ledger.state(each).status for each in (proposal.id, *ledger.path(proposal.id))}
    return "not-adopted" not in statuses
