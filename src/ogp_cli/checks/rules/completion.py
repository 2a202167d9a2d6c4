"""Rules on how far commitments and milestones are, as reports say."""

import datetime as dt
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple, get_args

from ogp_cli.checks.rule import rule
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.decision import Amendment
from ogp_cli.models.report import Report, Reported
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.as_of import present
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import Tree, reports_of_plan, tree_of, upwards


class _Contradiction(NamedTuple):
    """A milestone, or "" for the commitment, its completion, and the parts that contradict it."""

    milestone: str
    completion: Completion
    parts: Sequence[str]


class _LastWord(NamedTuple):
    """The last completion of a milestone, or of the commitment, and the place of that report."""

    completion: Completion
    at: Place


@rule("warning", needs={"commitments", "meetings"})
def completion_contradicts(plan: Plan) -> Iterator[Finding]:
    """The reported completion of a commitment contradicts that of its milestones.

    A commitment is not `complete` while one of its milestones is reported as less, nor
    `not-started` once one has begun, nor less than `complete` once all of them are. The same holds
    for a milestone that has parts: `1` has the parts `1.1` and `1.2`.

    What an earlier report says of a milestone holds until a later one mentions that milestone, its
    parts or what it is a part of. A commitment is not `complete` either while the last word on a
    milestone is less.

        # data/reports/2025-06.yaml
        commitments:
          c1:
            completion: complete
            milestones: {1: complete, 2: limited}     # 2 contradicts it
    """
    now, ledger, knows_earlier = present(plan), expected(plan), _knows_earlier(plan)
    last: dict[str, dict[str, _LastWord]] = {}
    for report in plan.reports.values():
        for name in report.commitments:
            if card := now.adopted.get(name):
                at, reported = report.places(name)[-1]
                earlier = last.get(name, {})
                found = [*_contradictions(card, ledger.state(name).dropped, reported, earlier)]
                yield from (_finding(at, each, reported, earlier) for each in found)
                if knows_earlier:
                    last[name] = _remembered(at, reported, earlier, found)


def _knows_earlier(plan: Plan) -> bool:
    """Whether each half-year between the first report and the last has its report.

    One that is missing, cannot be read or is called after another half-year may have the last word.
    """
    ids = {each.id for each in reports_of_plan(plan)}
    between = (each for each in plan.info.periods if ids and min(ids) < each < max(ids))
    is_read = plan.broken.isdisjoint({"plan", "reports"})
    return is_read and ids == plan.reports.keys() and ids.issuperset(between)


def _finding(
    at: Place, found: _Contradiction, reported: Reported, earlier: Mapping[str, _LastWord]
) -> Finding:
    first = found.parts[0]
    is_here = first in reported.completions
    return Finding(
        at / "milestones" / found.milestone if found.milestone else at / "completion",
        "it is reported as “{completion}”, which these milestones contradict: {names}",
        "correct the completion, or that of the milestones"
        if is_here
        else "add to this report how far these milestones are, or correct the completion",
        {"completion": found.completion, "names": ", ".join(found.parts)},
        (at if is_here else earlier[first].at) / "milestones" / first,
    )


def _contradictions(
    card: Adopted,
    dropped: Iterable[str],
    reported: Reported,
    earlier: Mapping[str, _LastWord],
) -> Iterator[_Contradiction]:
    """Yield the contradictions of a card, from the smallest parts up: each mistake once.

    A milestone that was dropped contradicts nothing.
    """
    tree = tree_of(card.milestones)
    known = reported.completions
    own = {"": reported.completion} if reported.completion else {}
    completions = known | own
    wrong = {*dropped}
    for milestone in (*sorted(known, key=lambda id_: -id_.count(".")), *own):
        completion = completions[milestone]
        below, is_whole = _reported_below(tree, known, milestone, wrong)
        parts = _contrary(completion, below, is_whole=is_whole)
        if not parts and not milestone and _asks_earlier(completion, earlier):
            before = {id_: each.completion for id_, each in _holding(earlier, known).items()}
            below, _ = _reported_below(tree, before | known, milestone, wrong)
            parts = _contrary(completion, below, is_whole=False)
        if parts:
            wrong.add(milestone)
            yield _Contradiction(milestone, completion, parts)


def _asks_earlier(completion: Completion, earlier: Mapping[str, _LastWord]) -> bool:
    """Whether earlier reports of milestones can contradict a completion.

    Where the commitment falls to `not-started`, `completion-falls` says so.
    """
    before = earlier.get("")
    is_same = before is None or before.completion == completion
    return completion == "complete" or (completion == "not-started" and is_same)


def _remembered(
    at: Place, reported: Reported, earlier: Mapping[str, _LastWord], found: Iterable[_Contradiction]
) -> dict[str, _LastWord]:
    """Return what was last reported after a report, without what is contradictory."""
    said = reported.completions
    here = {id_: _LastWord(each, at) for id_, each in said.items()}
    known = _holding(earlier, said) | here
    if reported.completion:
        known[""] = _LastWord(reported.completion, at)
    wrong = {id_ for each in found for id_ in (each.milestone, *each.parts) if id_}
    return {id_: each for id_, each in known.items() if id_ not in wrong}


def _holding(earlier: Mapping[str, _LastWord], said: Collection[str]) -> dict[str, _LastWord]:
    """Return what still holds of what was reported earlier, since this was `said`."""
    mentioned = {*said}
    wholes = {each for id_ in said for each in upwards(id_)}
    return {
        id_: each
        for id_, each in earlier.items()
        if id_ not in wholes and mentioned.isdisjoint(upwards(id_))
    }


def _reported_below(
    tree: Tree, known: Mapping[str, Completion], milestone: str, wrong: Container[str]
) -> tuple[Mapping[str, Completion], bool]:
    """Return what is reported of the parts, and whether that is all of them.

    Where nothing is said of a part, its own parts count. One that is `wrong` does not.
    """
    parts: dict[str, Completion] = {}
    is_whole, left = True, [*tree.get(milestone, ())]
    while left:
        part = left.pop(0)
        if part in wrong:
            is_whole = False
        elif part in known:
            parts[part] = known[part]
        else:
            is_whole &= part in tree
            left[:0] = tree.get(part, ())
    return parts, is_whole and bool(parts)


def _contrary(
    completion: Completion, parts: Mapping[str, Completion], *, is_whole: bool
) -> Sequence[str]:
    """Return the parts that contradict a completion; `is_whole`: all of them were reported."""
    match completion:
        case "complete":
            return _others(parts, {"complete"})
        case "not-started":
            return _others(parts, {"not-started"})
        case _:
            return [*parts] if is_whole and not _others(parts, {"complete"}) else []


def _others(parts: Mapping[str, Completion], words: Collection[Completion]) -> Sequence[str]:
    return [id_ for id_, each in parts.items() if each not in words]


_ORDER: Mapping[str, int] = {each: index for index, each in enumerate(get_args(Completion))}


@rule("info")
def completion_falls(plan: Plan) -> Iterator[Finding]:
    """The completion of a commitment, or of a milestone, is reported as less than before.

    So is a percentage that falls while the completion stays. That may be right: what was complete
    may have been undone, or was reported too early.

        # data/reports/2025-06.yaml       # data/reports/2025-12.yaml
        completion: substantial           completion: limited
    """
    last: dict[tuple[str, ...], tuple[Completion | int, Place]] = {}
    for report in plan.reports.values():
        fallen: set[tuple[str, ...]] = set()
        for subject, now, at in _completions(report):
            key = (*subject, type(now).__name__)
            before = last.get(key)
            if before and subject not in fallen and _rank(now) < _rank(before[0]):
                fallen.add(subject)
                yield Finding(
                    at,
                    "completion went from “{before}” to “{now}”",
                    "correct one of the two, or accept this here with the reason",
                    {"before": before[0], "now": now},
                    before[1],
                )
            last[key] = now, at


def _rank(said: Completion | int) -> int:
    return said if isinstance(said, int) else _ORDER[said]


def _completions(report: Report) -> Iterator[tuple[tuple[str, ...], Completion | int, Place]]:
    """Yield what a report says of commitments and milestones: completions, then percentages."""
    for name in report.commitments:
        at, reported = report.places(name)[-1]
        if reported.completion:
            yield (name,), reported.completion, at / "completion"
        for id_, completion in reported.completions.items():
            yield (name, id_), completion, at / "milestones" / id_
        if reported.percentage is not None:
            yield (name,), reported.percentage, at / "percentage"
        for id_, each in reported.details.items():
            if each.percentage is not None:
                yield (name, id_), each.percentage, at / "milestones" / id_ / "percentage"


@rule("warning", needs={"commitments", "meetings"})
def complete_moved(plan: Plan) -> Iterator[Finding]:
    """An amendment moves a milestone that an earlier report called complete.

    So does one that moves a part of it. Either the milestone was not complete, and a correction of
    the report says so, or another one was meant.

        # data/reports/2025-06.yaml       # data/meetings/2025-10-16.yaml
        milestones: {1: complete}         - amend: [c1]
                                            move: {1: 2026-03}
    """
    for meeting, at, decision in plan.index.decisions:
        if not isinstance(decision, Amendment):
            continue
        known: set[Place] = set()
        for name, id_ in product(decision.amend, decision.move):
            last = (_last(plan, name, each, meeting.date) for each in upwards(id_))
            complete = next((each for each in last if each and each.completion == "complete"), None)
            if complete and complete.at not in known:
                known.add(complete.at)
                yield Finding(
                    at / "move" / id_,
                    "milestone {milestone} of {commitment} was reported as “complete” before",
                    "correct the milestone or the report, or accept the warning "
                    "under “accept:” (how: ogp rules {rule})",
                    {"milestone": id_, "commitment": name},
                    complete.at,
                )


def _last(plan: Plan, commitment: str, milestone: str, day: dt.date) -> _LastWord | None:
    """Return the last word on a milestone that was known on a day, as it was corrected."""
    reports = [each for each in plan.reports.values() if commitment in each.commitments]
    for report in reversed(reports):
        at, reported = report.places(commitment)[-1]
        since = report.known_since(report.entries(commitment)[0])
        if since and since <= day and milestone in reported.completions:
            return _LastWord(reported.completions[milestone], at / "milestones" / milestone)
    return None
