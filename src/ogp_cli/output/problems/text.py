"""Problems as a compiler prints them: where, the line with the spot marked, what, what to do.

Never wrapped, so that it reads the same in a pipe. The colours repeat what the words say.
"""

from collections.abc import Iterator

from ogp_cli.clean import clean
from ogp_cli.output.problems.report import Report
from ogp_cli.problem import Problem, Spot
from ogp_cli.screen import Screen

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def render(report: Report) -> str:
    """Return a block for every problem, and a last line that counts them."""
    blocks = ["\n".join(_lines(problem, report)) for problem in report.problems]
    summary = report.screen.show(_summary(report), rtl=report.language.direction == "rtl")
    return "\n\n".join([*blocks, summary]) + "\n"


def _lines(problem: Problem, report: Report) -> Iterator[str]:
    words, screen = report.language.problems, report.screen
    label = report.language.minutes.label
    rtl = report.language.direction == "rtl"
    level = screen.show(f"{words.levels[problem.level]}[{problem.rule}]", rtl=rtl)
    message = screen.show(clean(problem.message), rtl=rtl)
    colour = _COLOURS[problem.level]
    said = f"{screen.style(level, fg=colour, bold=True)}: {screen.style(message, bold=True)}"
    yield f"{clean(_place(problem.at))}: {said}"
    yield from _excerpt(screen, problem.at, problem.excerpt, colour)
    if problem.hint:
        yield "  " + screen.show(clean(f"{words.hint}{label} {problem.hint}"), rtl=rtl)
    if problem.related:
        yield "  " + screen.show(clean(f"{words.see}{label} {_place(problem.related)}"), rtl=rtl)
        yield from _excerpt(screen, problem.related, problem.related_excerpt, "cyan")


def _place(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}:{spot.column}"


def _excerpt(screen: Screen, spot: Spot, line: str, colour: str) -> Iterator[str]:
    """Give the line of the file, and below it the mark, by the width of what stands before it."""
    if line.strip():
        yield f"{spot.line:>6} | {screen.show(clean(line), rtl=False)}"
        indent = " " * _width(clean(line[: spot.column - 1]))
        yield f"{'|':>8} {indent}{screen.style('^', fg=colour, bold=True)}"


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
