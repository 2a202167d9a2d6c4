"""The reported completion of a commitment contradicts that of its milestones.

A commitment is not `complete` while one of its milestones is reported as less, nor `not-started`
once one has begun, nor less than `complete` once all of them are. The same holds for a milestone
that has parts: `1` has the parts `1.1` and `1.2`. Each report is checked on its own.

    # data/reports/2025-06.yaml
    commitments:
      c1:
        completion: complete
        milestones: {1: complete, 2: limited}     # 2 contradicts it
"""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.report import Reported
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.implementation import Tree, tree_of

LEVEL: Level = "error"
NEEDS = {"commitments"}


class _Contradiction(NamedTuple):
    """A milestone, or "" for the commitment, its completion, and the parts that contradict it."""

    of: str
    completion: Completion
    parts: Sequence[str]


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every contradiction within a report."""
    for report in plan.reports.values():
        for name, reported in report.commitments.items():
            if card := plan.adopted.get(name):
                at = report.at("commitments", name)
                yield from (_finding(at, each) for each in _contradictions(card, reported))


def _finding(at: Place, found: _Contradiction) -> Finding:
    return Finding(
        at / "milestones" / found.of if found.of else at / "completion",
        "it is reported as “{completion}”, which these milestones contradict: {names}",
        "correct the completion, or that of the milestones",
        {"completion": found.completion, "names": ", ".join(found.parts)},
        at / "milestones" / found.parts[0],
    )


def _contradictions(card: Commitment, reported: Reported) -> Iterator[_Contradiction]:
    """Yield the contradictions of a card, from the smallest parts up: each mistake once.

    A milestone that was dropped contradicts nothing.
    """
    tree = tree_of(card)
    known = {id_: each for id_, each in reported.milestones.items() if each}
    own = {"": reported.completion} if reported.completion else {}
    wrong = {each.id for each in card.milestones if each.dropped}
    for of in (*sorted(known, key=lambda id_: -id_.count(".")), *own):
        completion = (known | own)[of]
        found, is_whole = _reported_below(tree, known, of, wrong)
        parts = _contrary(completion, found, is_whole=is_whole)
        if parts:
            wrong.add(of)
            yield _Contradiction(of, completion, parts)


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
