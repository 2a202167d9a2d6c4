"""The outcome of a check: the problems, and how many files were looked at."""

from collections import Counter
from dataclasses import dataclass

from ogp_cli.problem import Level, Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What a format prints."""

    problems: list[Problem]
    files: int

    def count(self, level: Level) -> int:
        """Return how many problems are of a level."""
        return Counter(problem.level for problem in self.problems)[level]
