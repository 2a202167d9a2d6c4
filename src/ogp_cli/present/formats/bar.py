"""A sum at a glance: a bar of its terms, and the sentence that adds them up."""

from collections.abc import Iterable, Sequence
from itertools import cycle, groupby
from operator import itemgetter

from ogp_cli.present.content.table import Term
from ogp_cli.present.formats.columns import STYLES
from ogp_cli.terminal.screen import Screen

_WIDEST = 60  # a longer bar says no more
_SHADES = "█▓▒░"  # terms differ without colours too


def bar(terms: Sequence[Term], screen: Screen, *, rtl: bool) -> str:
    """Return a line that the terms share by their sizes; "" on a screen without a width."""
    whole = sum(term.size for term in terms)
    if not (screen.room and whole):
        return ""
    scale = min(_WIDEST, screen.room - len(terms)) / whole
    scale = int(scale) or scale
    pieces = [
        (shade * max(1, round(term.size * scale)), STYLES[term.tone])
        for shade, term in zip(cycle(_SHADES), terms, strict=False)
    ]
    return _line(pieces, screen, rtl=rtl)


def sentence(text: str, terms: Iterable[Term], screen: Screen, *, rtl: bool) -> str:
    """Return the lines of a sentence, its terms in their styles."""
    styles, end = [""] * len(text), 0
    for term in terms:
        start = text.index(term.text, end)
        end = start + len(term.text)
        styles[start:end] = [STYLES[term.tone]] * len(term.text)
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
