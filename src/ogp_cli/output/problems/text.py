"""Problems as a compiler prints them: where, the line with the spot marked, what, what to do.

Never wrapped, so that it reads the same in a pipe. The colours repeat what the words say; whoever
prints to something else than a terminal strips them.
"""

from collections.abc import Iterator

import typer

from ogp_cli.clean import clean
from ogp_cli.output.problems.report import Report
from ogp_cli.problem import Problem, Spot

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def render(report: Report) -> str:
    """Return a block for every problem, and a last line that counts them."""
    blocks = ["\n".join(_lines(problem, report)) for problem in report.problems]
    return "\n\n".join([*blocks, _summary(report)]) + "\n"


def _lines(problem: Problem, report: Report) -> Iterator[str]:
    words = report.language.problems
    level = f"{words.levels[problem.level]}[{problem.rule}]"
    colour = _COLOURS[problem.level]
    place, message = clean(_place(problem.at)), clean(problem.message)
    yield f"{place}: {typer.style(level, colour, bold=True)}: {typer.style(message, bold=True)}"
    yield from _excerpt(problem.at, problem.excerpt, colour)
    if problem.hint:
        yield clean(f"  {words.hint}: {problem.hint}")
    if problem.related:
        yield clean(f"  {words.see}: {_place(problem.related)}")
        yield from _excerpt(problem.related, problem.related_excerpt, "cyan")


def _place(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}:{spot.column}"


def _excerpt(spot: Spot, line: str, colour: str) -> Iterator[str]:
    """Give the line of the file, and below it the mark, by the width of what stands before it."""
    if line.strip():
        gutter = f"{spot.line:>6} | "
        yield gutter + clean(line)
        indent = " " * _width(clean(line[: spot.column - 1]))
        yield f"{'|':>8} {indent}{typer.style('^', colour, bold=True)}"


def _width(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - 20 ms, seldom needed

    return cell_len(text)


def _summary(report: Report) -> str:
    words = report.language.problems
    return (words.summary if report.problems else words.none).format(
        files=report.files,
        errors=report.count("error"),
        warnings=report.count("warning"),
        infos=report.count("info"),
    )
