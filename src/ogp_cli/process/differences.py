"""Where a commitment's file differs from the decisions of the meetings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Literal, NamedTuple

from ogp_cli.models.commitment import Adopted, Commitment, Proposal
from ogp_cli.models.decision import Merge
from ogp_cli.models.history import Entry
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.types import Text
from ogp_cli.plan import Decided, Plan
from ogp_cli.problem import Place
from ogp_cli.process.ledger import Ledger, Moved, Posting, State
from ogp_cli.process.lines import Line, all_lines, key_of, written
from ogp_cli.process.vocabulary import EFFECTS

# What differs: no meeting makes the merged commitment; its status; what it is merged into; what it
# is made of; a step that the history lacks, or has too many; the reason; the title; what a meeting
# heard of it; what an amendment changed; when a milestone is due; how it was moved.
Aspect = Literal[
    "unmade",
    "status",
    "into",
    "members",
    "missing",
    "extra",
    "reason",
    "title",
    "heard",
    "what",
    "due",
    "moved",
]


class Hearing(NamedTuple):
    """What a meeting says that it heard, and where, if it says so."""

    meeting: Meeting
    at: Place | None


class Difference(NamedTuple):
    """A difference between a file and the decisions: in its status, its merge or its history.

    `stated` is what the file has and `expected` what it ought to have; `entry` is the index of a
    step of its history. `decided` is the decision that says otherwise, where there is one, and
    `meant` the one of its meeting that a step most likely comes from, which does not say so.
    `heard` is the meeting that heard otherwise.
    """

    commitment: Commitment
    aspect: Aspect
    stated: str | None = None
    expected: str | None = None
    entry: int | None = None
    decided: Decided | None = None
    meant: Decided | None = None
    heard: Hearing | None = None


def differences(plan: Plan, ledger: Ledger, commitment: Commitment) -> Iterator[Difference]:
    """Yield what differs in a file: the first difference in its outcome, and its title."""
    state = ledger.state(commitment.id)
    if not isinstance(commitment, Proposal) and state.made is None:
        yield Difference(commitment, "unmade")
        return
    of_outcome = list(_outcome(plan, ledger, commitment, state))[:1]
    yield from of_outcome or _heard(plan, commitment)
    if isinstance(commitment, Adopted):
        yield from _dues(plan, commitment, state)
    if state.title and commitment.title and not same(plan, commitment.title, state.title):
        yield Difference(commitment, "title", decided=state.titled)


def _outcome(
    plan: Plan, ledger: Ledger, commitment: Commitment, state: State
) -> Iterator[Difference]:
    missing, extra = _steps(ledger, commitment)
    last = state.last.decided if state.last else None
    meant = _meant(plan, commitment, extra[0]) if extra else None
    if commitment.status != state.status:
        stray = extra[0] if extra and not missing else None
        decided = last or state.made if stray is None else None
        yield Difference(
            commitment, "status", commitment.status, state.status, stray, decided, meant
        )
    if _target_differs(plan, commitment, state):
        yield Difference(commitment, "into", commitment.became, state.into, None, last)
    yield from _members(plan, ledger, commitment, state)
    for index in extra[:1]:
        step = commitment.history[index].step
        instead, by = (missing[0].step, missing[0].decided) if missing else (None, None)
        yield Difference(commitment, "extra", step, instead, index, by, meant)
    for posting in missing:
        yield Difference(commitment, "missing", None, posting.step, None, posting.decided)
    yield from _reasons(plan, ledger, commitment)


def _heard(plan: Plan, commitment: Commitment) -> Iterator[Difference]:
    """Yield the first step of each meeting that says its steps, where the history has another."""
    lines = all_lines(plan).get(commitment.id, {})
    own: dict[str, list[int]] = {}
    for index, entry in enumerate(commitment.history):
        own.setdefault(entry.meeting, []).append(index)
    for name in dict.fromkeys([*own, *lines]):
        meeting = plan.meetings.get(name)
        if meeting and meeting.says_steps:
            pairs = zip_longest(own.get(name, ()), written(lines.get(name, ())))
            yield from list(_otherwise(plan, commitment, meeting, pairs))[:1]


def _otherwise(
    plan: Plan,
    commitment: Commitment,
    meeting: Meeting,
    pairs: Iterable[tuple[int | None, Line | None]],
) -> Iterator[Difference]:
    for index, line in pairs:
        entry = None if index is None else commitment.history[index]
        if not (entry and line and says(plan, entry, line)):
            stated, expected = (each.step if each else None for each in (entry, line))
            heard = Hearing(meeting, line.at if line else None)
            yield Difference(commitment, "heard", stated, expected, index, heard=heard)


def _steps(ledger: Ledger, commitment: Commitment) -> tuple[list[Posting], list[int]]:
    """Return the steps that a history lacks, and the indexes of those without a decision."""
    postings = ledger.postings.get(commitment.id, [])
    wanted: Counter[tuple[str, str]] = Counter(
        (each.decided.meeting.id, each.step) for each in postings
    )
    extra = []
    for index, entry in enumerate(commitment.history):
        if entry.step in EFFECTS:
            if wanted[entry.meeting, entry.step] > 0:
                wanted[entry.meeting, entry.step] -= 1
            else:
                extra.append(index)
    missing = [each for each in postings if wanted[each.decided.meeting.id, each.step] > 0]
    return missing, extra


def _meant(plan: Plan, commitment: Commitment, index: int) -> Decided | None:
    """Return the decision of its meeting that a step most likely comes from."""
    entry = commitment.history[index]
    meeting = plan.meetings.get(entry.meeting)
    if meeting is None:
        return None
    alike = [
        Decided(meeting, meeting.at("decisions", number), decision)
        for number, decision in enumerate(meeting.decisions)
        if (
            decision.into == commitment.became
            if isinstance(decision, Merge)
            else decision.step == entry.step
        )
    ]
    naming = (each for each in alike if commitment.id in each.decision.commitments)
    return next(naming, alike[0] if alike else None)


def _target_differs(plan: Plan, commitment: Commitment, state: State) -> bool:
    stated = commitment.became
    if isinstance(commitment, Adopted):
        return False
    return stated != state.into and (stated is None or plan.has_commitment(stated))


def _members(
    plan: Plan, ledger: Ledger, commitment: Commitment, state: State
) -> Iterator[Difference]:
    """Compare what a commitment is made of; a dropped merge may keep its list."""
    stated = commitment.made_from
    if state.status == "dropped" or not all(map(plan.has_commitment, stated)):
        return
    left_open = {name for name, _ in ledger.left_open}
    for name, decided in state.members.items():
        if name not in stated and name not in left_open:
            yield Difference(commitment, "members", None, name, None, decided)
    for index, name in enumerate(stated):
        if name not in state.members:
            yield Difference(commitment, "members", name, None, index, state.made)


def _reasons(plan: Plan, ledger: Ledger, commitment: Commitment) -> Iterator[Difference]:
    decided: dict[tuple[str, str], list[Decided]] = {}
    for each in ledger.postings.get(commitment.id, ()):
        decided.setdefault((each.decided.meeting.id, each.step), []).append(each.decided)
    for index, entry in enumerate(commitment.history):
        left = decided.get((entry.meeting, entry.step))
        found = left.pop(0) if left else None
        if found and _reason(found) and not _same_reason(plan, entry, found):
            stated = "reason" if getattr(entry, "reason", None) else None
            yield Difference(commitment, "reason", stated, "reason", index, found)
        if found and not _same_keys(entry, found):
            stated, wanted = (", ".join(each) for each in (_changed(entry), _changed(found[2])))
            yield Difference(commitment, "what", stated, wanted, index, found)


def _dues(plan: Plan, commitment: Adopted, state: State) -> Iterator[Difference]:
    """Yield the first milestone whose moves or due date are not what the meetings decided."""
    found = (
        _due(plan, commitment, index, state.moves.get(milestone.id, {}))
        for index, milestone in enumerate(commitment.milestones)
    )
    yield from list(filter(None, found))[:1]


def _due(
    plan: Plan, commitment: Adopted, index: int, moves: Mapping[str, Moved]
) -> Difference | None:
    """Return how a milestone differs from its moves, which are by meeting in their order."""
    milestone = commitment.milestones[index]
    stated = [each.meeting for each in milestone.moved]
    undecided = next((each for each in stated if each not in moves), None)
    if undecided:
        return Difference(commitment, "due", undecided, None, index)
    last = moves[[*moves][-1]] if moves else None
    if last and stated != [*moves]:
        lacking = next((each for name, each in moves.items() if name not in stated), last)
        due, by = milestone.due, lacking.decided
        return Difference(commitment, "due", due, lacking.due, index, by)
    if last and milestone.due != last.due:
        return Difference(commitment, "due", milestone.due, last.due, index, last.decided)
    before: str | None = None
    for entry, move in zip(milestone.moved, moves.values(), strict=True):
        reason = _reason(move.decided)
        is_same = not reason or (entry.reason and same(plan, entry.reason, reason))
        if not is_same or (before and entry.from_ != before):
            return Difference(commitment, "moved", None, move.due, index, move.decided)
        before = move.due
    return None


def _same_reason(plan: Plan, entry: Entry, decided: Decided) -> bool:
    stated = getattr(entry, "reason", None)
    return stated is not None and same(plan, stated, getattr(decided.decision, "reason", ""))


def _reason(decided: Decided) -> Text | None:
    reason: Text | None = getattr(decided.decision, "reason", None)
    return reason


def _changed(amended: object) -> tuple[str, ...]:
    """Return what an amendment changed, by its decision or its entry; nothing for others."""
    changed: tuple[str, ...] = getattr(amended, "changed", getattr(amended, "what", ()))
    return changed


def _same_keys(entry: Entry, decided: Decided) -> bool:
    return {*_changed(entry)} == {*_changed(decided.decision)}


def says(plan: Plan, entry: Entry, line: Line) -> bool:
    """Whether an entry of a history says what a line of its meeting says."""
    if line.heard:
        return key_of(entry) == key_of(line.heard)
    if entry.step != line.step or line.decided is None:
        return entry.step == line.step
    is_said = _reason(line.decided) is None or _same_reason(plan, entry, line.decided)
    return is_said and _same_keys(entry, line.decided)


def same(plan: Plan, one: Text, other: Text) -> bool:
    """Whether two texts agree in every language that both have, apart from white space."""
    main = plan.info.language
    texts = [{main: each} if isinstance(each, str) else each for each in (one, other)]
    shared = texts[0].keys() & texts[1].keys()
    return bool(shared) and all(texts[0][k].split() == texts[1][k].split() for k in shared)
