"""The result of a check, and how it is to be printed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ogp_cli.lang.language import Language
from ogp_cli.problem import Level, Problem, RulePage
from ogp_cli.terminal.screen import Screen


@dataclass(frozen=True, slots=True)
class CheckReport:
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
        return self.language.problems.skipped.format(rules=rules) if rules else ""
