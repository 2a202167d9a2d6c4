"""Lines that fit: words measured by rich, whose import takes 5 ms, so only for terminals."""

import re

from rich.cells import cell_len, chop_cells

# A word, and the space after it where a line may break: it does not at a no-break space.
_WORDS = re.compile("((?:\\S|[\u00a0\u202f])+)([^\\S\u00a0\u202f]*)")
# Rich would part the two letters of a flag, but not a sign of the same width.
_SIGN = "\U0001f3f4"
_FLAGS = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_SIGN}")


def wrap(text: str, width: int) -> list[str]:
    """Return lines no wider than `width` columns; a wider word continues on the next line.

    Letters keep their marks, flags stay whole, and no line breaks at a no-break space. A line has
    at least two columns, because some letters need two.
    """
    if cell_len(text) <= width:
        return [text.rstrip()]
    lines, line, gap, room = list[str](), "", "", width
    for word, space in _WORDS.findall(text):
        size = cell_len(gap + word)
        if line and size > room:
            lines.append(line)
            line, gap, room, size = "", "", width, cell_len(word)
        if size > room:
            *full, line = _folded(word, max(width, 2))
            lines += full
            room = width - cell_len(line)
        else:
            line, room = line + gap + word, room - size
        gap = space
    return [*lines, line]


def _folded(word: str, width: int) -> list[str]:
    """Return the parts of a word that is wider than a line."""
    flags = iter(_FLAGS.findall(word))
    parts = chop_cells(_FLAGS.sub(_SIGN, word), width)
    return [re.sub(_SIGN, lambda _: next(flags), part) for part in parts]
