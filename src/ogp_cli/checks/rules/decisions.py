"""Rules on decisions."""

from collections.abc import Iterator

from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Proposal
from ogp_cli.models.decision import (
    Adoption,
    Cancellation,
    Explanation,
    Merge,
    Withdrawal,
)
from ogp_cli.plan import Decided, Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.acts import acts_of
from ogp_cli.process.fold import expected, proposals
from ogp_cli.process.ledger import Ledger, Refusal, Why
from ogp_cli.process.vocabulary import MERGED_ONLY
from ogp_cli.store.folder import PLAN


@rule("error", needs={"meetings", "commitments"}, after={"contradictory-decision"})
def missing_title(plan: Plan) -> Iterator[Finding]:
    """A commitment has no title.

    A proposal has one in its file. What a merge or an adoption makes gets one from the decision; a
    commitment of the plan that is made of a single one takes its title, unless its file or the
    decision gives another. Only a merge that is proposed or dropped may lack one.
    """
    ledger = expected(plan)
    for name, state in ledger.states.items():
        record = plan.commitments.get(name)
        statuses = {state.status, record.status if record else state.status}
        if not state.is_there or state.card.get("title") or statuses & MERGED_ONLY:
            continue
        if state.made:
            message, hint = "{name} has no title", "add “title:” to this decision"
            place, values = _making(state.made, name), {"name": name}
            yield Finding(place, message, hint, values, follows=[state.made.at])
        elif record:
            message, hint = "the commitment has no title", "write the title after “title:”"
            yield Finding(record.at("title"), message, hint)


def _making(decided: Decided, name: str) -> Place:
    """Return the place where a decision makes a commitment."""
    places = (act.target_at for act in acts_of(decided) if act.target == name)
    return next(filter(None, places), decided.at)


@rule("warning", needs={"meetings"})
def untitled_merge(plan: Plan) -> Iterator[Finding]:
    """A proposed merge has no title for the merged commitment.

    The committee may propose a merge before it has a title, but people who are asked for comments
    need to know what the merge is about. Once the merge is decided, `missing-title` makes it an
    error.
    """
    for name, state in expected(plan).states.items():
        if state.made and state.status == "pending" and not state.card.get("title"):
            yield Finding(
                _making(state.made, name),
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
                "the merge names only one commitment: {name}",
                "name at least two commitments, or remove the decision",
                {"name": decision.merge[0]},
            )


@rule("error", needs={"meetings"}, after={"unknown-commitment"})
def contradictory_decision(plan: Plan) -> Iterator[Finding]:
    """A decision contradicts an earlier one, or itself.

    Decisions take effect in the order in which they are written. A commitment that was merged or
    cancelled has ended: it cannot be merged or cancelled again, nor take others in. A commitment
    that is proposed for one merge cannot be proposed for another until the first is dropped. A
    merge that was not proposed cannot be dropped. Merges never form a cycle: those of every
    proposal lead to a commitment that stands or was cancelled. What a decision names is made above
    it. Only a commitment of the plan has milestones. One that was dropped cannot be amended, and
    one that is there cannot be added.

    Until the contradiction is corrected, no difference is reported on the commitments that the
    decision names.
    """
    by_cause: dict[tuple[Place, str], list[Refusal]] = {}
    for refusal in expected(plan).refused:
        if refusal.why != "no-milestone":  # `unknown-milestone` reports it
            cause = "target" if refusal.why in _ON_TARGET else refusal.why
            by_cause.setdefault((refusal.decided.at, cause), []).append(refusal)
    for refusals in by_cause.values():
        yield _refusal(plan, refusals)


def _refusal(plan: Plan, refusals: list[Refusal]) -> Finding:
    """Return one finding on what a decision cannot do, however many commitments it is about."""
    first, *_ = refusals
    decided, earlier, target = first.decided, first.earlier, first.act.target or ""
    values = {
        "name": ", ".join(each.commitment for each in refusals),
        "target": target,
        "milestone": first.milestone,
        "decision": earlier.decision.KEY if earlier else "",
        "meeting": earlier.meeting.id if earlier else decided.meeting.id,
        "circle": " → ".join([target, *expected(plan).path(target), target]),
        "into": getattr(earlier and earlier.decision, "into", None),
    }
    is_on_target = first.why in _ON_TARGET or (first.why == "number" and first.commitment == target)
    named = [_named_at(each) for each in refusals]
    at = named[0] if not is_on_target else None
    message, hint = _MESSAGES[first.why]
    if target and first.why == "taken" and earlier and earlier.decision.step == "merge-proposed":
        message = "the meeting of {meeting} proposed to merge {name} into {into}"
        hint = "write that id, or drop the proposed merge first"
    if first.why == "taken" and earlier and isinstance(earlier.decision, Cancellation):
        hint = "remove it here, or write “reinstate: [{name}]” first"
    return Finding(
        first.at or at or first.act.target_at or decided.at,
        message,
        hint,
        values,
        earlier.at if earlier and first.why != "itself" else None,
        follows=named,
    )


def _named_at(refusal: Refusal) -> Place:
    """Return where a decision names the commitment that it is refused for."""
    act = refusal.act
    if refusal.commitment not in act.commitments:
        return act.target_at or act.at  # an adoption whose number is taken
    return act.at / act.commitments.index(refusal.commitment)


# What is wrong with the target of a merge, and not with its members.
_ON_TARGET = {"itself", "target-ended", "circle"}
_MESSAGES: dict[Why, tuple[str, str]] = {
    "below": (
        "{name} is made further down in this meeting",
        "move this decision below the one that makes it: they take effect in the order of the file",
    ),
    "unmade": (
        "no meeting has made {name} yet",
        "correct its name, or the day of this meeting",
    ),
    "itself": (
        "the merge lists its own target, {target}, among the commitments to merge",
        "remove it from the list: the others are merged into it",
    ),
    "target-ended": (
        "nothing can be merged into “{target}”: it has ended, or is a commitment of the plan",
        "merge into a commitment that stands, or correct the earlier decision",
    ),
    "circle": (
        "the merges form a cycle: {circle}",
        "correct one of the merges, so that the last commitment stands",
    ),
    "taken": (
        "{name} already has another outcome, “{decision}”, from the meeting of {meeting}",
        "remove it from one of the two decisions",
    ),
    "not-open": (
        "there is no earlier decision on {name} to undo",
        "correct the number, or add the earlier decision to its meeting",
    ),
    "not-ended": (
        "{name} was not cancelled, withdrawn or left out of the plan",
        "to end it, use “cancel” or “withdraw” with the reason",
    ),
    "undecided": (
        "{name} is in a merge that was only proposed",
        "decide the merge first, with “state: decided”, and adopt what it makes",
    ),
    "number": (
        "{name} was adopted at the meeting of {meeting}",
        "give the commitment another number, or remove it from one of the two adoptions",
    ),
    "in-plan": (
        "{name} is a commitment of the plan, since the meeting of {meeting}",
        "use “amend”, “withdraw” or another “adopt”, or correct the number of the proposal",
    ),
    "not-in-plan": (
        "{name} is not a commitment of the plan",
        "write the id of a commitment of the plan, such as c1, or add it to an adoption",
    ),
    "milestones-of-plan": (
        "{name} is not a commitment of the plan, and has no milestones",
        "remove the milestones, or write the id of a commitment of the plan, such as c1",
    ),
    "no-milestone": ("{name} has no milestone “{milestone}”", "correct the id of the milestone"),
    "dropped-milestone": (
        "the meeting of {meeting} dropped milestone {milestone} of {name}",
        "correct the id of the milestone, or add another one with “add”",
    ),
    "same-milestone": (
        "{name} has a milestone {milestone} already",
        "give the new milestone another id; to change the one that is there, use “change”",
    ),
    "due-first": (
        "milestone {milestone} of {name} would be due before it starts",
        "correct the date, or write another “start” under “change”",
    ),
}


@rule("error", needs={"meetings"}, after={"contradictory-decision"})
def decided_twice(plan: Plan) -> Iterator[Finding]:
    """One meeting gives a commitment two outcomes.

    Most often one of the two numbers is a slip. A merge may be dropped, and its members be merged
    or cancelled in the same meeting; what a merge makes may be adopted in the meeting that decides
    it.

        - cancel: [22]
        - reinstate: [22]       # another meeting may do so
    """
    for meeting in plan.meetings.values():
        first: dict[str, Decided] = {}
        for decided in plan.index.decisions_of(meeting.id):
            for name, at in _outcomes(decided):
                other = first.setdefault(name, decided)
                if other is not decided:
                    yield Finding(
                        at,
                        "this meeting decides twice on commitment {name}",
                        "keep one of the two decisions",
                        {"name": name},
                        other.at,
                        follows=[decided.at, other.at],
                    )


def _outcomes(decided: Decided) -> Iterator[tuple[str, Place]]:
    """Yield the commitments that get an outcome from a decision, and where it names them."""
    if decided.decision.step in {None, "merge-dropped", "amended", "explained"}:
        return
    for act in acts_of(decided):
        names = dict.fromkeys(act.commitments)
        yield from ((name, act.at / act.commitments.index(name)) for name in names)
        if decided.decision.step == "adopted" and act.target:
            yield act.target, act.target_at or act.at


@rule("error", needs={"meetings"}, after={"unknown-commitment", "contradictory-decision"})
def merge_left_open(plan: Plan) -> Iterator[Finding]:
    """The decision on a merge leaves out a commitment that was proposed for it.

    It names every member of the proposed merge, or another decision drops the others from it.
    """
    left_open: dict[Place, list[str]] = {}
    for name, decided in expected(plan).left_open:
        if plan.has_commitment(name):
            left_open.setdefault(decided.at, []).append(name)
    for at, names in left_open.items():
        message = "the decision leaves out commitments that are proposed for this merge: {names}"
        hint = "add them here, or drop them from the merge with “state: dropped”"
        values = {"names": ", ".join(names)}
        yield Finding(at / "merge", message, hint, values, follows=[at / "merge"])


@rule("warning", needs={"meetings"})
def adopted_twice(plan: Plan) -> Iterator[Finding]:
    """A proposal is adopted as two commitments of the plan.

    If the committee split it, accept this where the second one names it:

        - number: 2
          from: [5]
          accept: {adopted-twice: the committee split it}
    """
    first: dict[str, Place] = {}
    for decided in plan.index.decisions:
        if decided.decision.step == "adopted":
            for act in acts_of(decided):
                for index, name in enumerate(act.commitments):
                    other = first.setdefault(name, act.at / index)
                    if other.path[:-1] != act.at.path or other.file != act.at.file:
                        message = "{name} was adopted as another commitment of the plan too"
                        hint = "correct one of the two, or accept this here where it was split"
                        yield Finding(act.at / index, message, hint, {"name": name}, other)


@rule("warning", needs={"meetings"}, after={"contradictory-decision"})
def unchanged_amendment(plan: Plan) -> Iterator[Finding]:
    """An amendment sets a value that is there already.

    One of the two is most often a slip: the commitment, the key or the value.
    """
    for name, state in expected(plan).states.items():
        for line in state.story:
            same = [each for each in line.changes if each.before == each.after]
            if same and line.decided:
                milestone = same[0].milestone
                keys = ", ".join(each.key for each in same if each.milestone == milestone)
                yield Finding(
                    line.at / "amend",
                    "milestone {milestone} of {name} has this value already: {keys}"
                    if milestone
                    else "{name} has this value already: {keys}",
                    "correct the amendment, or remove what does not change",
                    {"name": name, "milestone": milestone, "keys": keys},
                    follows=[line.at],
                )


@rule("error", needs={"meetings", "commitments"})
def conservation(plan: Plan) -> Iterator[Finding]:
    """There are fewer proposals, or more, than `proposals:` in plan.yaml says.

    Every proposal has a file and exactly one outcome: it stands, it is in one proposed merge, it
    was merged into another commitment, or it was cancelled. For the report of 21 March 2024: 27 =
    17 + 7 + 0 + 3. The number shows when a file is missing, or when there is one too many.
    """
    number = plan.info.proposals
    found = len(proposals(plan))
    if number and found != number:
        yield Finding(
            Place(PLAN, ("proposals",)),
            "plan.yaml says {number} proposals, but {found} have a file",
            "write “proposals: {found}”, or look in git for a file that is missing",
            {"number": number, "found": found},
        )


@rule(
    "warning",
    needs={"meetings", "commitments"},
    after={"unknown-commitment", "contradictory-decision"},
)
def owed_reason(plan: Plan) -> Iterator[Finding]:
    """A commitment was cancelled, withdrawn or not adopted, and no meeting said why.

    OGP's requirement 4.1 asks for a reasoned response: whoever proposed a commitment is told why it
    was not kept. Where a meeting gave no reason, leave it out: the minutes say so, and it is still
    owed. What the adoption of the plan does not name is not adopted. That meeting, or a later one,
    gives the reason:

        - explain: [3]
          reason: …
    """
    message = "the decision has no reason: OGP requirement 4.1 asks for one"
    hint = "add “reason:” with the reason that the meeting gave; if it gave none, ask for one"
    ledger, naming = expected(plan), list[Place]()
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, Cancellation | Explanation | Withdrawal) and not decision.reason:
            last = (ledger.state(each).last for each in decision.commitments)
            is_last = isinstance(decision, Explanation) or any(
                each and each.at == at for each in last
            )
            if is_last and not all(
                ledger.state(each).is_explained for each in decision.commitments
            ):
                yield Finding(at, message, hint)
        if isinstance(decision, Adoption | Explanation):
            naming.append(at)
    left_out = [name for name in plan.commitments if _is_left_out(plan, ledger, name)]
    if ledger.adoption and left_out:
        yield Finding(
            ledger.adoption.at,
            "these proposals were not adopted, and no reason is given: {names}",
            "to give one (OGP requirement 4.1), use “explain” in this meeting or in a later one",
            {"names": ", ".join(map(plan.display_number, left_out))},
            follows=naming,
        )


def _is_left_out(plan: Plan, ledger: Ledger, name: str) -> bool:
    """Whether a proposal is not adopted, and no meeting explained it, or what it became."""
    is_proposal = isinstance(plan.commitments[name], Proposal)
    if not is_proposal or ledger.outcome(name) != "not-adopted":
        return False
    lines = (line for each in (name, *ledger.path(name)) for line in ledger.story(each))
    return all(line.step != "explained" for line in lines)
