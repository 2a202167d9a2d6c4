"""The line of a problem, with its column marked below."""

from collections.abc import Iterator

from ogp_cli.problem import Spot
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.screen import Screen, width

_GUTTER = 9  # the number of the line, and a bar
_CUT = "…"


def excerpt(screen: Screen, spot: Spot, line: str, colour: str) -> Iterator[str]:
    """Yield the line of the file and the mark below it, unless the line is blank.

    If the line is wider than the screen, only the part around the spot is shown.
    """
    if not line.strip():
        return
    before, after = clean(line[: spot.column - 1]), clean(line[spot.column - 1 :])
    if screen.room:
        before, after = _around(before, after, max(screen.room - _GUTTER, _GUTTER))
    yield f"{spot.line:>6} | {screen.show(before + after, rtl=False)}\n"
    indent = " " * screen.column(before, after)
    yield f"{'|':>8} {indent}{screen.style('^', f'bold {colour}')}\n"


def _around(before: str, after: str, room: int) -> tuple[str, str]:
    """Return as much of the text before and after a spot as there is room for."""
    if width(before + after) <= room:
        return before, after
    if width(before) > room // 2:
        before = _CUT + _end(before, room // 2 - 1)
    rest = room - width(before)
    return before, after if width(after) <= rest else _start(after, rest - 1) + _CUT


def _start(text: str, room: int) -> str:
    from rich.cells import chop_cells  # noqa: PLC0415 - 5 ms, seldom needed

    return chop_cells(text, room)[0]


def _end(text: str, room: int) -> str:
    from rich.cells import split_graphemes  # noqa: PLC0415 - 5 ms, seldom needed

    letters, left = split_graphemes(text)
    for start, _, size in letters:
        if left <= room:
            return text[start:]
        left -= size
    return ""
