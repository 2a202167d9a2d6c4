"""The result of a check, how it is to be printed, and what several formats say of a problem."""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from ogp_cli.lang.language import Language
from ogp_cli.problem import Level, Problem, RulePage, Spot
from ogp_cli.terminal.screen import Screen


class CheckReport(NamedTuple):
    """What a format prints.

    `files` is how many files were reported on, of the `whole` book; `skipped`, the rules that the
    book itself leaves out.
    """

    problems: list[Problem]
    files: int
    whole: int
    rules: Mapping[str, RulePage]
    language: Language
    screen: Screen
    strict: bool = False
    skipped: Sequence[str] = ()

    def count(self, level: Level) -> int:
        """Return how many problems have a level."""
        return Counter(problem.level for problem in self.problems)[level]

    def is_failure(self, problem: Problem) -> bool:
        """Whether a problem makes the check fail."""
        return problem.level == "error" or (self.strict and problem.level == "warning")

    @property
    def note(self) -> str:
        """What is said of the rules that were skipped; "" where there are none."""
        rules = ", ".join(self.skipped)
        note = self.language.gettext("Skipped, as plan.yaml says: {rules}.")
        return note.format(rules=rules) if rules else ""


def place(spot: Spot) -> str:
    """Return a place as a compiler names it: `file:line:column`."""
    return f"{spot.file}:{spot.line}:{spot.column}"


def hint_and_places(problem: Problem) -> list[str]:
    """Return what follows the message of a problem: its hint, and a line for each other place."""
    places = [f"→ {place(spot)}" for spot in problem.related]
    return [problem.hint, *places] if problem.hint else places


def occurrences(keys: Iterable[Hashable]) -> Iterator[int]:
    """Yield for each key how many equal keys come before it."""
    seen: Counter[Hashable] = Counter()
    for key in keys:
        yield seen[key]
        seen[key] += 1


def fingerprints(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield an id of 64 hexadecimal digits for each problem, no two alike.

    Tools that compare two runs recognise a problem by it. It depends on the rule, the file and the
    message, so a problem keeps it when its line moves.
    """
    keys = [(problem.rule, problem.at.file, problem.message) for problem in problems]
    for key, before in zip(keys, occurrences(keys), strict=True):
        yield sha256(json.dumps([*key, before]).encode("ascii")).hexdigest()
