"""The width of text, and where it is cut, as rich measures it."""

import re
from typing import Any

# A word, and the space after it where a line may break: it does not at a no-break space.
_WORDS = re.compile("((?:\\S|[\u00a0\u202f])+)([^\\S\u00a0\u202f]*)")
# Rich would part the two letters of a flag, but not a sign of the same width.
_SIGN = "\U0001f3f4"
_FLAGS = f"[\U0001f1e6-\U0001f1ff]{{2}}|{_SIGN}"
_CUT = "…"


def _cells() -> Any:  # noqa: ANN401 - a module
    from rich import cells  # noqa: PLC0415 - 5 ms, and most texts that a program reads are ASCII

    return cells


def width(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    columns: int = len(text) if text.isascii() else _cells().cell_len(text)
    return columns


def wrap(text: str, room: int) -> list[str]:
    """Return lines no wider than `room` columns; a wider word continues on the next line.

    Letters keep their marks, flags stay whole, and no line breaks at a no-break space. A line has
    at least two columns, because some letters need two.
    """
    if width(text) <= room:
        return [text.rstrip()]
    lines, line, gap, left = list[str](), "", "", room
    for word, space in _WORDS.findall(text):
        size = width(gap + word)
        if line and size > left:
            lines.append(line)
            line, gap, left, size = "", "", room, width(word)
        if size > left:
            *full, line = _folded(word, max(room, 2))
            lines += full
            left = room - width(line)
        else:
            line, left = line + gap + word, left - size
        gap = space
    return [*lines, line]


def cut(text: str, room: int) -> str:
    """Return as many words as there is room for, and … where some are left out."""
    if width(text) <= room:
        return text
    first, *_ = wrap(text, room - 1)
    return first[: len(first) if width(first) < room else 0].rstrip(" ,:;،؛–-") + _CUT


def _folded(word: str, room: int) -> list[str]:
    """Return the parts of a word that is wider than a line."""
    flags = iter(re.findall(_FLAGS, word))
    parts = _cells().chop_cells(re.sub(_FLAGS, _SIGN, word), room)
    return [re.sub(_SIGN, lambda _: next(flags), part) for part in parts]


def around(before: str, after: str, room: int) -> tuple[str, str]:
    """Return as much of the text before and after a spot as there is room for."""
    if width(before + after) <= room:
        return before, after
    if width(before) > room // 2:
        before = _CUT + _end(before, room // 2 - 1)
    rest = room - width(before)
    return before, after if width(after) <= rest else _cells().chop_cells(after, rest - 1)[0] + _CUT


def _end(text: str, room: int) -> str:
    letters, left = _cells().split_graphemes(text)
    for start, _, size in letters:
        if left <= room:
            return text[start:]
        left -= size
    return ""
