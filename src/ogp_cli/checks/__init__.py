"""The rules of the book, one file each, and the runner that stamps what they find.

A rule's file name is its id, its docstring the page that `ogp rules` prints, `LEVEL` its level,
and `check` its condition. Rules never print, never write, and never read the clock.
"""

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Protocol, cast

from ogp_cli.checks import (
    cancellation_reason,
    cancelled_scheduled,
    card_status,
    conservation,
    decision_not_applied,
    duplicate_number,
    invalid_yaml,
    merge_sources,
    merge_target,
    missing_title,
    status_history,
    two_fates,
    undecided_status,
    unknown_commitment,
    unknown_group,
    unknown_meeting,
    unknown_organization,
    unreadable_file,
    wrong_shape,
)
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place, Problem, Spot
from ogp_cli.store.document import Document
from ogp_cli.store.read import reread


class Rule(Protocol):
    """What a rule's module provides."""

    __name__: str
    __doc__: str
    LEVEL: Level

    def check(self, plan: Plan) -> Iterable[Finding]:
        """Yield what is wrong in the book."""


_MODULES: tuple[ModuleType, ...] = (
    unreadable_file,
    invalid_yaml,
    wrong_shape,
    duplicate_number,
    unknown_commitment,
    unknown_meeting,
    unknown_organization,
    unknown_group,
    missing_title,
    merge_target,
    merge_sources,
    card_status,
    undecided_status,
    decision_not_applied,
    two_fates,
    cancellation_reason,
    cancelled_scheduled,
    status_history,
    conservation,
)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2].replace("_", "-")


RULES: dict[str, Rule] = {_name(module): cast("Rule", module) for module in _MODULES}


def run(plan: Plan) -> list[Problem]:
    """Return what the rules find in a plan, in the order of files and lines."""
    lines = _Lines(plan)
    problems = [
        Problem(
            rule=name,
            level=rule.LEVEL,
            at=lines.spot(finding.at),
            message=finding.message.format_map(finding.values),
            hint=finding.hint.format_map(finding.values),
            related=lines.spot(finding.related) if finding.related else None,
        )
        for name, rule in RULES.items()
        for finding in rule.check(plan)
    ]
    return sorted(problems, key=_by_place)


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.at.file, problem.at.line, problem.at.column, problem.rule


class _Lines:
    """Looks up lines, reading again each file that a problem points into, once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._documents: dict[str, Document | None] = {}

    def spot(self, place: Place | Spot) -> Spot:
        if isinstance(place, Spot):
            return place
        if place.file not in self._documents:
            self._documents[place.file] = reread(self._plan.root, place.file)
        document = self._documents[place.file]
        return document.spot(place.path, key=place.key) if document else Spot(place.file)


def explain(name: str) -> str:
    """Return a rule's page: the first line says what it finds."""
    return (RULES[name].__doc__ or "").strip()


def summaries() -> Iterator[tuple[str, Level, str]]:
    """Yield every rule's name, level and first line."""
    for name, rule in RULES.items():
        yield name, rule.LEVEL, explain(name).partition("\n")[0]
