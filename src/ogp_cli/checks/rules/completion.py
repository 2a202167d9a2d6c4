"""Rules on how far commitments and milestones are, as reports say."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from ogp_cli.checks.rule import rule
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.report import Report, Reported
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.implementation import Tree, reports_of_plan, tree_of, upwards


class _Contradiction(NamedTuple):
    """A milestone, or "" for the commitment, its completion, and the parts that contradict it."""

    of: str
    completion: Completion
    parts: Sequence[str]


class _LastWord(NamedTuple):
    """The last completion of a milestone, or of the commitment, and the place of that report."""

    completion: Completion
    at: Place


@rule("warning", needs={"commitments"})
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
    knows_earlier = _knows_earlier(plan)
    last: dict[str, dict[str, _LastWord]] = {}
    for report in plan.reports.values():
        for name in report.commitments:
            if card := plan.adopted.get(name):
                at, reported = report.places(name)[-1]
                earlier = last.get(name, {})
                found = [*_contradictions(card, reported, earlier)]
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
        at / "milestones" / found.of if found.of else at / "completion",
        "it is reported as “{completion}”, which these milestones contradict: {names}",
        "correct the completion, or that of the milestones"
        if is_here
        else "add to this report how far these milestones are, or correct the completion",
        {"completion": found.completion, "names": ", ".join(found.parts)},
        (at if is_here else earlier[first].at) / "milestones" / first,
    )


def _contradictions(
    card: Adopted, reported: Reported, earlier: Mapping[str, _LastWord]
) -> Iterator[_Contradiction]:
    """Yield the contradictions of a card, from the smallest parts up: each mistake once.

    A milestone that was dropped contradicts nothing.
    """
    tree = tree_of(card.milestones)
    known = reported.completions
    own = {"": reported.completion} if reported.completion else {}
    completions = known | own
    wrong = {each.id for each in card.milestones if each.dropped}
    for of in (*sorted(known, key=lambda id_: -id_.count(".")), *own):
        completion = completions[of]
        found, is_whole = _reported_below(tree, known, of, wrong)
        parts = _contrary(completion, found, is_whole=is_whole)
        if not parts and not of and _asks_earlier(completion, earlier):
            before = {id_: each.completion for id_, each in _holding(earlier, known).items()}
            found, _ = _reported_below(tree, before | known, of, wrong)
            parts = _contrary(completion, found, is_whole=False)
        if parts:
            wrong.add(of)
            yield _Contradiction(of, completion, parts)


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
    wrong = {id_ for each in found for id_ in (each.of, *each.parts) if id_}
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
    tree: Tree, known: Mapping[str, Completion], of: str, wrong: Container[str]
) -> tuple[Mapping[str, Completion], bool]:
    """Return what is reported of the parts, and whether that is all of them.

    Where nothing is said of a part, its own parts count. One that is `wrong` does not.
    """
    found: dict[str, Completion] = {}
    is_whole, left = True, [*tree.get(of, ())]
    while left:
        part = left.pop(0)
        if part in wrong:
            is_whole = False
        elif part in known:
            found[part] = known[part]
        else:
            is_whole &= part in tree
            left[:0] = tree.get(part, ())
    return found, is_whole and bool(found)


def _contrary(
    completion: Completion, found: Mapping[str, Completion], *, is_whole: bool
) -> Sequence[str]:
    """Return the parts that contradict a completion; `is_whole`: all of them were reported."""
    match completion:
        case "complete":
            return _others(found, {"complete"})
        case "not-started":
            return _others(found, {"not-started"})
        case _:
            return [*found] if is_whole and not _others(found, {"complete"}) else []


def _others(found: Mapping[str, Completion], words: Collection[Completion]) -> Sequence[str]:
    return [id_ for id_, each in found.items() if each not in words]


_ORDER: Mapping[str, int] = {each: index for index, each in enumerate(get_args(Completion))}


@rule("info")
def completion_falls(plan: Plan) -> Iterator[Finding]:
    """The completion of a commitment, or of a milestone, is reported as less than before.

    That may be right: what was complete may have been undone, or was reported too early.

        # data/reports/2025-06.yaml       # data/reports/2025-12.yaml
        completion: substantial           completion: limited
    """
    last: dict[tuple[str, ...], tuple[Completion, Place]] = {}
    for report in plan.reports.values():
        for key, completion, at in _said(report):
            before = last.get(key)
            if before and _ORDER[completion] < _ORDER[before[0]]:
                yield Finding(
                    at,
                    "it was reported as “{before}” before, and is “{now}” here",
                    "correct one of the two, or accept this here with the reason",
                    {"before": before[0], "now": completion},
                    before[1],
                )
            last[key] = completion, at


def _said(report: Report) -> Iterator[tuple[tuple[str, ...], Completion, Place]]:
    for name in report.commitments:
        at, reported = report.places(name)[-1]
        if reported.completion:
            yield (name,), reported.completion, at / "completion"
        for id_, completion in reported.completions.items():
            yield (name, id_), completion, at / "milestones" / id_
