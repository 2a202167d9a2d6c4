"""A sum at a glance: a bar of its parts, and the sentence that adds them up."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from ogp_cli.terminal.screen import Screen

_WIDEST = 60  # a longer bar says no more
_SHADES = "█▓▒░"  # parts differ without colours too


class Part(NamedTuple):
    """A part of a sum: its size, its words in the sentence, and its style."""

    size: int
    text: str
    style: str = ""


def bar(parts: Sequence[Part], screen: Screen, *, rtl: bool) -> str:
    """Return a line that the parts share by their sizes; "" on a screen without a width."""
    whole = sum(part.size for part in parts)
    if not (screen.room and whole):
        return ""
    scale = min(_WIDEST, screen.room - len(parts)) / whole
    scale = int(scale) or scale
    lengths = [max(1, round(part.size * scale)) for part in parts]
    pieces = [
        (_SHADES[i % len(_SHADES)] * length, part.style)
        for i, (part, length) in enumerate(zip(parts, lengths, strict=True))
    ]
    return _line(pieces, screen, rtl=rtl)


def sentence(text: str, parts: Iterable[Part], screen: Screen, *, rtl: bool) -> str:
    """Return the lines of a sentence, its parts in their styles."""
    styles, end = [""] * len(text), 0
    for part in parts:
        start = text.index(part.text, end)
        end = start + len(part.text)
        styles[start:end] = [part.style] * len(part.text)
    lines, end = [], 0
    for line in screen.wrapped(text):
        start = text.index(line, end)
        end = start + len(line)
        lines.append(_line(_runs(line, styles[start:end]), screen, rtl=rtl))
    return "".join(lines)


def _runs(line: str, styles: list[str]) -> list[tuple[str, str]]:
    """Return the runs of a line that have one style, each with its style."""
    runs = groupby(zip(line, styles, strict=True), key=itemgetter(1))
    return [("".join(letter for letter, _ in run), style) for style, run in runs]


def _line(runs: Iterable[tuple[str, str]], screen: Screen, *, rtl: bool) -> str:
    """Return runs as a line, from the right if `ogp` orders the text itself."""
    shown = [(screen.show(text, rtl=rtl), style) for text, style in runs]
    if rtl and screen.bidi != "none":
        shown.reverse()
    margin = screen.margin("".join(text for text, _ in shown), rtl=rtl)
    return margin + "".join(screen.style(text, style) for text, style in shown) + "\n"
