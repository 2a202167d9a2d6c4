"""What is reported of a commitment contradicts what is reported of its milestones.

A commitment is not `complete` while one of its milestones is reported as less, nor `not-started`
once one was begun, nor less than `complete` once all of them are. The same holds for a milestone
that has parts: `1` has the parts `1.1` and `1.2`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ogp_cli.models.card import Completion
from ogp_cli.models.report import Report
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Path
from ogp_cli.process.implementation import parts_of

LEVEL: Level = "error"
NEEDS = {"commitments"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every contradiction within a report."""
    for report in plan.reports.values():
        for name, reported in report.commitments.items():
            card = plan.adopted.get(name)
            if card is None:
                continue
            known = {id_: each for id_, each in reported.milestones.items() if each}
            ids, path = [each.id for each in card.milestones], ("commitments", name)
            if reported.completion:
                yield from _of(report, (*path, "completion"), reported.completion, known, ids)
            for id_, completion in known.items():
                below = [each.id for each in parts_of(card, id_)]
                yield from _of(report, (*path, "milestones", id_), completion, known, below)


def _of(
    report: Report,
    path: Path,
    completion: Completion,
    known: Mapping[str, Completion],
    parts: Sequence[str],
) -> Iterator[Finding]:
    """Yield a contradiction between a completion, at a path, and those of the parts."""
    found = {each: known[each] for each in parts if each in known}
    contrary = _contrary(completion, found, is_whole=bool(parts) and len(found) == len(parts))
    if contrary:
        names = ", ".join(contrary)
        yield Finding(
            report.at(*path),
            "it is reported as “{completion}”, which these milestones contradict: {names}",
            "correct the completion, or that of the milestones",
            {"completion": completion, "names": names},
            report.at(*path[:2], "milestones", contrary[0]),
        )


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
