"""The result of a check, and how it is to be printed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ogp_cli.lang.language import Language
from ogp_cli.problem import Level, Problem, RulePage
from ogp_cli.terminal.screen import Screen


@dataclass(frozen=True, slots=True)
class Report:
    """What a format prints."""

    problems: list[Problem]
    files: int
    rules: Mapping[str, RulePage]
    language: Language
    screen: Screen

    def count(self, level: Level) -> int:
        """Return how many problems have a level."""
        return Counter(problem.level for problem in self.problems)[level]
