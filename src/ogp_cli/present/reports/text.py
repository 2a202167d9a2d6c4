"""Problems as a compiler prints them: the place, the message, the line with a mark, the hint.

The colours only repeat what the text says. On a terminal, sentences wrap, and of a long line only
the part around the spot is shown.
"""

import re
from collections.abc import Iterator, Mapping

from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.direction import left_to_right
from ogp_cli.present.reports.report import CheckReport, place
from ogp_cli.problem import Level, Problem, Spot
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.colours import STYLES
from ogp_cli.terminal.letters import around, width
from ogp_cli.terminal.screen import Screen

COLOURS = {"error": STYLES["alert"], "warning": STYLES["open"], "info": STYLES["settled"]}
_LEVELS: Mapping[Level, str] = {
    "error": N_("error"),
    "warning": N_("warning"),
    "info": N_("info"),
}
_NONE = N_("No problems. Files: {files}.")
_SUMMARY = N_("Files: {files}. Errors: {errors}, warnings: {warnings}, information: {infos}.")
_GUTTER = 9  # the number of the line, and a bar
_MOST = 8  # places that are shown beside the first
_NUMBERS = re.compile(r"(?<![\w./:-])\d+(?:[-/.:]\d+)+[\w-]*")  # days, hours, versions


def render(report: CheckReport) -> str:
    """Return a block for every problem, what was skipped, and a last line that counts."""
    blocks = ["".join(_lines(problem, report)) for problem in report.problems]
    sentences = [_sentence(report, text) for text in (report.note, _summary(report)) if text]
    return "\n".join([*blocks, "".join(sentences)])


def _lines(problem: Problem, report: CheckReport) -> Iterator[str]:
    gettext, colon = report.language.gettext, report.language.colon
    colour = COLOURS[problem.level]
    yield from _head(problem, report, colour)
    yield from excerpt(report.screen, problem.at, problem.excerpt, colour)
    if problem.hint:
        yield _sentence(report, f"  {gettext('hint')}{colon} {problem.hint}")
    for spot in problem.related[:_MOST]:
        yield _sentence(report, f"  {gettext('see')}{colon} {place(spot)}")
        if len(problem.related) == 1:
            yield from excerpt(report.screen, spot, problem.related_excerpt, COLOURS["info"])
    if len(problem.related) > _MOST:
        more = gettext("others: {number}").format(number=len(problem.related) - _MOST)
        yield _sentence(report, f"  {more}")


def _head(problem: Problem, report: CheckReport, colour: str) -> Iterator[str]:
    """Yield the place, the rule and the message: on one line, or the message below."""
    screen, rtl = report.screen, report.language.direction == "rtl"
    start = f"{clean(place(problem.at))}: "
    level = f"{report.language.gettext(_LEVELS[problem.level])}[{problem.rule}]"
    message = _in_order(report, problem.message)
    rule = f"{screen.style(screen.show(level, rtl=rtl), f'bold {colour}')}:"
    room = screen.room
    is_ours = rtl and screen.bidi != "none"  # its sentences stand at the right, with the hint
    if room is None or (width(f"{start}{level}: {message}") <= room and not is_ours):
        yield f"{start}{rule} {screen.style(screen.show(message, rtl=rtl), 'bold')}\n"
        return
    if width(f"{start}{level}:") <= room:
        yield f"{start}{rule}\n"
    else:
        yield screen.lines(start, rtl=False)
        yield screen.lines(f"{level}:", rtl=rtl, style=f"bold {colour}")
    yield screen.lines(f"  {message}", rtl=rtl, style="bold")


def _sentence(report: CheckReport, text: str) -> str:
    rtl = report.language.direction == "rtl"
    return report.screen.lines(_in_order(report, text), rtl=rtl)


def _in_order(report: CheckReport, text: str) -> str:
    """Return text that is safe to print, with days in the right order in Arabic."""
    code = report.language.code
    return _NUMBERS.sub(lambda found: left_to_right(found[0], code), clean(text))


def _summary(report: CheckReport) -> str:
    gettext, files, whole = report.language.gettext, report.files, report.whole
    some = gettext("{files} of {whole}").format(files=files, whole=whole)
    return gettext(_SUMMARY if report.problems else _NONE).format(
        files=files if files == whole else some,
        errors=report.count("error"),
        warnings=report.count("warning"),
        infos=report.count("info"),
    )


def excerpt(screen: Screen, spot: Spot, line: str, colour: str) -> Iterator[str]:
    """Yield the line of the file and the mark below it, unless the line is blank.

    If the line is wider than the screen, only the part around the spot is shown.
    """
    if not line.strip():
        return
    before, after = clean(line[: spot.column - 1]), clean(line[spot.column - 1 :])
    if screen.room:
        before, after = around(before, after, max(screen.room - _GUTTER, _GUTTER))
    yield f"{spot.line:>6} | {screen.show(before + after, rtl=False)}\n"
    indent = " " * screen.column(before, after)
    yield f"{'|':>8} {indent}{screen.style('^', f'bold {colour}')}\n"
