"""Problems as a compiler prints them: one block each, plain, never wrapped."""

from collections.abc import Iterator

from ogp_cli.clean import clean
from ogp_cli.output.problems.report import Report
from ogp_cli.problem import Problem, Spot


def render(report: Report) -> str:
    """Return every problem with its place, rule and hint, and a last line that counts them."""
    blocks = [clean_lines(_lines(problem)) for problem in report.problems]
    return "\n\n".join([*blocks, _summary(report)]) + "\n"


def clean_lines(lines: Iterator[str]) -> str:
    """Return lines as one text that is harmless for a terminal."""
    return "\n".join(map(clean, lines))


def _lines(problem: Problem) -> Iterator[str]:
    yield f"{_place(problem.at)}: {problem.level}[{problem.rule}]: {problem.message}"
    if problem.hint:
        yield f"  hint: {problem.hint}"
    if problem.related:
        yield f"  see {_place(problem.related)}"


def _place(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}:{spot.column}"


def _summary(report: Report) -> str:
    if not report.problems:
        return f"No problems in {report.files} files."
    counts = [_count(report.count("error"), "error"), _count(report.count("warning"), "warning")]
    if report.count("info"):
        counts.append(f"{report.count('info')} for information")
    return f"{', '.join(counts)} in {report.files} files."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
