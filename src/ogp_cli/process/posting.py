"""What the files of the commitments say once a meeting is posted: the journal in the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import NamedTuple

from ogp_cli.models.commitment import Commitment, Proposal, Status
from ogp_cli.models.history import Entry
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan, moment_of
from ogp_cli.process.acts import acts_of
from ogp_cli.process.differences import same, says
from ogp_cli.process.ledger import Moved, State, expected
from ogp_cli.process.lines import Line, lines_of
from ogp_cli.process.vocabulary import EFFECTS, StepOrder


class PostedEntry(NamedTuple):
    """An entry of a history once its meeting is posted.

    `entry` is the index of the one that the file has already, `line` what the meeting makes of it,
    or what it adds. An entry without a line stays as it is.
    """

    entry: int | None = None
    line: Line | None = None


class PostedFile(NamedTuple):
    """What the file of a commitment says once a meeting is posted; `title` where it gives one.

    There is no file yet where `commitment` is None; a new one gets the `lead`. `history` is None
    where nothing is posted to it and the file need not have one. `moves` are those of milestones.
    """

    id: str
    commitment: Commitment | None
    status: Status
    into: str | None
    members: tuple[str, ...]
    title: Text | None
    lead: str | tuple[str, ...] | None
    history: Sequence[PostedEntry] | None
    is_adopted: bool = False
    moves: Mapping[str, Mapping[str, Moved]] = MappingProxyType({})


def posted(plan: Plan, meeting: Meeting) -> Iterator[PostedFile]:
    """Yield what the files that a meeting has to do with say once it is posted.

    What was posted of it before and is gone from it has to do with it too.
    """
    ledger, lines = expected(plan), lines_of(plan, meeting)
    for name in _named(plan, meeting):
        commitment, state = plan.commitments.get(name), ledger.state(name)
        if commitment and not isinstance(commitment, Proposal) and state.made is None:
            continue  # no meeting makes it any more: the file is for a person to remove
        history = commitment.history if commitment else ()
        yield PostedFile(
            name,
            commitment,
            state.status,
            state.into,
            _members(commitment, state),
            _title(plan, commitment, state) if commitment else _first_title(plan, name, state),
            _lead(plan, state),
            _history(plan, history, meeting, lines.get(name, []))
            or ([] if name in lines else None),
            state.is_adopted,
            state.moves,
        )


def orphans(plan: Plan, meeting: Meeting) -> list[Commitment]:
    """Return the files that say that a meeting made them, where no meeting does."""
    ledger = expected(plan)
    found = (plan.commitments.get(name) for name in _named(plan, meeting))
    made = (each for each in found if each and not isinstance(each, Proposal))
    return [each for each in made if not ledger.state(each.id).made]


def _named(plan: Plan, meeting: Meeting) -> list[str]:
    """Return the commitments that a meeting names, or that say so, and what they became."""
    entries = plan.index.entries_of(meeting.id)
    decided = (each for each in plan.index.decisions if each.meeting is meeting)
    targets = [act.target for each in decided for act in acts_of(each)]
    named = dict.fromkeys([*lines_of(plan, meeting), *entries])
    known = (plan.commitments.get(name) for name in named)
    became = [each.became for each in known if each and each.became in plan.commitments]
    return list(dict.fromkeys([*named, *filter(None, (*targets, *became))]))


def _members(commitment: Commitment | None, state: State) -> tuple[str, ...]:
    """Return what a commitment is made of, in the file's order where that is no other set.

    The file of a merge that was dropped keeps its list; a new file gets the last that there was.
    """
    if commitment is None:
        return tuple(state.members) or state.were
    stated = commitment.made_from
    kept = state.status == "dropped" or (stated and {*stated} == {*state.members})
    return stated if kept or not state.made else tuple(state.members)


def _title(plan: Plan, commitment: Commitment, state: State) -> Text | None:
    """Return the title that a meeting gave, where the file has no title that is the same."""
    if state.title and commitment.title:
        is_accepted = "title-differs" in (commitment.accept or {})
        if is_accepted or same(plan, commitment.title, state.title):
            return None
    return state.title


def _first_title(plan: Plan, name: str, state: State) -> Text | None:
    """Return the title of a new file: what a meeting gave, or that of the only proposal in it.

    An amendment of the title is for a person to write, once the file is there.
    """
    acts = acts_of(state.made) if state.made else []
    given = next((act.title for act in acts if act.target == name), None)
    if given or len(state.members) != 1 or not state.is_adopted:
        return state.title or given
    (only,) = state.members
    member = plan.commitments.get(only)
    return member.title if member else expected(plan).state(only).title


def _lead(plan: Plan, state: State) -> str | tuple[str, ...] | None:
    """Return the lead of what a commitment of the plan was made of, where all have the same."""
    if not state.is_adopted:
        return None
    files = map(plan.commitments.get, _sources(plan, state))
    leads = {each.lead for each in files if each and each.lead}
    return leads.pop() if len(leads) == 1 else None


def _sources(plan: Plan, state: State) -> set[str]:
    """Return what a commitment was made of, and what that was made of, which may lack a file."""
    ledger, found, left = expected(plan), set[str](), list(state.members)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            known = plan.commitments.get(name)
            left += [*ledger.state(name).members, *(known.made_from if known else ())]
    return found


def _history(
    plan: Plan, history: Sequence[Entry], meeting: Meeting, lines: Sequence[Line]
) -> list[PostedEntry]:
    """Return a history with the lines of a meeting in place of those that it has of it."""
    own = [index for index, entry in enumerate(history) if entry.meeting == meeting.id]
    others = [index for index in range(len(history)) if index not in own]
    later = (
        place
        for place, index in enumerate(others)
        if history[index].meeting in plan.moments
        and plan.moments[history[index].meeting] > moment_of(meeting)
    )
    place = next(later, len(others))
    match = _matched if meeting.says_steps else _decided
    entries = match(plan, history, own, lines)
    before, after = others[:place], others[place:]
    return [*map(PostedEntry, before), *entries, *map(PostedEntry, after)]


def _matched(
    plan: Plan, history: Sequence[Entry], own: Sequence[int], lines: Sequence[Line]
) -> list[PostedEntry]:
    """Return the lines of a meeting, each with the entry that it is in the history already."""
    stated, wanted = [history[index].step for index in own], [line.step for line in lines]
    found = [PostedEntry(None, line) for line in lines]
    for start, at, size in SequenceMatcher(None, stated, wanted, False).get_matching_blocks():
        for offset in range(size):
            index, line = own[start + offset], lines[at + offset]
            is_same = says(plan, history[index], line)
            found[at + offset] = PostedEntry(index, None if is_same else line)
    return found


def _decided(
    plan: Plan, history: Sequence[Entry], own: Sequence[int], lines: Sequence[Line]
) -> list[PostedEntry]:
    """Return the entries of a meeting that does not say its steps: only its decisions count."""
    stated = [index for index in own if history[index].step in EFFECTS]
    found = _matched(plan, history, stated, lines)
    if [each.entry for each in found] == stated:
        by_index = {each.entry: each for each in found}
        return [by_index.get(index, PostedEntry(index)) for index in own]
    heard = [PostedEntry(index) for index in own if history[index].step not in EFFECTS]
    opening = [
        each for each, line in zip(found, lines, strict=True) if line.order < StepOrder.HEARD
    ]
    return [*opening, *heard, *(each for each in found if each not in opening)]
