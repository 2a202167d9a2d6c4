"""Where text is printed: the width, the colours, and who orders right-to-left text."""

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, takewhile
from operator import itemgetter
from typing import Literal, NamedTuple, get_args
from unicodedata import bidirectional

from ogp_cli.terminal.letters import width, wrap

Bidi = Literal["none", "isolate", "visual", "words"]
BIDI: tuple[Bidi, ...] = get_args(Bidi)  # the default first

# What each terminal needs, by a variable that it sets and the beginning of its value. First comes
# what the user says. `TERM` is always of this terminal; the other variables may be those of the
# terminal that started it, so an editor comes before the rest.
_TERMINALS: tuple[tuple[str, str, Bidi], ...] = (
    *(("OGP_BIDI", bidi, bidi) for bidi in BIDI),
    ("TERM", "xterm-kitty", "words"),
    ("TERM", "alacritty", "visual"),
    ("TERM_PROGRAM", "vscode", "visual"),
    ("WT_SESSION", "", "visual"),
    ("ALACRITTY_WINDOW_ID", "", "visual"),
    ("KITTY_WINDOW_ID", "", "words"),
    ("KONSOLE_VERSION", "", "none"),
    ("XTERM_VERSION", "", "visual"),
)
_VTE_WITH_BIDI = 5703

# Unicode's isolates: of the first letter's direction, left to right, right to left; and their end.
_ISOLATES = {None: "\u2068", False: "\u2066", True: "\u2067"}
_POP = "\u2069"

# Two letters of each bidirectional class; for any other class, two signs.
_PAIRS = {"L": "ab", "AL": "بت", "R": "אב", "EN": "12", "AN": "١٢"}


def bidi_of(environment: Mapping[str, str]) -> Bidi:
    """Return the mode of the terminal that an environment describes, or `none` if it is unknown.

    docs/terminals.md says where each variable comes from.
    """
    for name, start, bidi in _TERMINALS:
        value = environment.get(name)
        if value and value.startswith(start):
            return bidi
    version = environment.get("VTE_VERSION", "")
    has_bidi = version.isdecimal() and int(version) >= _VTE_WITH_BIDI
    return "isolate" if has_bidi else "none"


class Screen(NamedTuple):
    """A terminal or, by default, a pipe or a file, where lines are not wrapped.

    `width` is in columns, or None if there is no limit. `bidi` says how text is written: in logical
    order (`none`); each piece between Unicode isolates, for a terminal that reorders whole lines
    (`isolate`); reordered and shaped here, for a terminal that does neither (`visual`); or with
    only the words reordered, for one that shapes and orders the letters of each word (`words`).
    """

    width: int | None = None
    colour: bool = False
    bidi: Bidi = "none"

    @property
    def room(self) -> int | None:
        """How many columns may be filled, or None if there is no limit.

        VTE drops an isolate in the first column, because no letter comes before it.
        """
        return self.width - 1 if self.width and self.bidi == "isolate" else self.width

    def show(self, text: str, *, rtl: bool | None = None) -> str:
        """Return a piece of a line as it is sent to the screen.

        Without `rtl`, its direction is that of its first letter.
        """
        if self.bidi == "none" or (text.isascii() and not rtl):
            return text
        if self.bidi == "isolate":
            return f"{_ISOLATES[rtl]}{text}{_POP}"
        from ogp_cli.terminal import visual  # noqa: PLC0415 - 50 ms, and seldom asked for

        return (visual.words if self.bidi == "words" else visual.visual)(text, rtl=rtl)

    def column(self, before: str, after: str) -> int:
        """Return how many columns the screen shows before the first letter of `after`.

        An unknown terminal is assumed to leave the line in logical order.
        """
        if self.bidi == "none" or not after or (before + after).isascii():
            return width(before)
        # What stays in place when the letter is replaced by another of its class is left of it.
        signs = _PAIRS.get(bidirectional(after[0]), "!&")
        from ogp_cli.terminal.visual import visual  # noqa: PLC0415 - 50 ms, and seldom asked for

        is_joined = self.bidi != "words"
        shown = (visual(before + sign + after[1:], rtl=False, joined=is_joined) for sign in signs)
        same = takewhile(lambda letters: len({*letters}) == 1, zip(*shown, strict=True))
        return width("".join(letter for letter, _ in same))

    def lines(self, text: str, *, rtl: bool, style: str = "") -> str:
        """Return lines as they are sent to the screen, wrapped between words at its edge.

        `rtl` is the direction of their language. If `ogp` orders the text itself, right-to-left
        lines are aligned at the right.
        """
        lines = [self.show(line, rtl=rtl) for line in self.wrapped(text)]
        return "".join(f"{self.margin(line, rtl=rtl)}{self.style(line, style)}\n" for line in lines)

    def styled(self, pieces: Iterable[tuple[str, str]], *, rtl: bool) -> str:
        """Return the lines of pieces of text, each with its style; see `lines`."""
        pieces = [each for each in pieces if each[0]]
        text = "".join(piece for piece, _ in pieces)
        styles = [style for piece, style in pieces for _ in piece]
        lines, end = list[str](), 0
        for line in self.wrapped(text):
            body = line.lstrip()
            start = text.index(body, end)
            end = start + len(body)
            runs = groupby(zip(body, styles[start:end], strict=True), key=itemgetter(1))
            said = [("".join(letter for letter, _ in run), style) for style, run in runs]
            lines.append(self.line([(line[: len(line) - len(body)], ""), *said], rtl=rtl))
        return "".join(lines)

    def line(self, pieces: Iterable[tuple[str, str]], *, rtl: bool) -> str:
        """Return pieces of text as one line, from the right if `ogp` orders the text itself."""
        if self.bidi == "words":
            pieces = _whole(pieces)
        shown = [(self.show(text, rtl=rtl), style) for text, style in pieces if text]
        if rtl and self.bidi != "none":
            shown.reverse()
        margin = self.margin("".join(text for text, _ in shown), rtl=rtl)
        return margin + "".join(self.style(text, style) for text, style in shown) + "\n"

    def at_most(self, columns: int) -> "Screen":
        """Return a screen that is no wider than some columns; one without a width stays so."""
        return self._replace(width=self.width and min(self.width, columns))

    def beside(self, start: str, column: int, text: str, *, rtl: bool, style: str = "") -> str:
        """Return lines of text that begin in a column, beside `start`; see `lines`."""
        part = self._replace(width=self.width and max(self.width - column, 2))
        first, *others = part.lines(text, rtl=rtl, style=style).splitlines(keepends=True)
        return "".join([start, first, *(" " * column + line for line in others)])

    def wrapped(self, text: str) -> list[str]:
        """Return lines that fit; the continuation of an indented line is indented further."""
        return [
            part.rstrip()
            for line in text.removesuffix("\n").split("\n")
            for part in self._wrapped(line)
        ]

    def _wrapped(self, line: str) -> Iterator[str]:
        if self.room is None or len(line) <= self.room // 2:  # no letter is wider than two
            yield line
            return
        body = line.lstrip()
        indent = line[: max(0, min(len(line) - len(body), self.room // 2 - 2))]
        hanging = f"{indent}  " if indent else ""
        for part in self.wrap(body, self.room - len(hanging)):
            yield indent + part
            indent = hanging

    def wrap(self, text: str, width: int) -> list[str]:
        """Return lines no wider than `width`; where there is no limit, the text as it is."""
        return [text] if self.room is None else wrap(text, width)

    def margin(self, shown: str, *, rtl: bool) -> str:
        """Return the spaces that align a line at the right, if `ogp` orders the text itself."""
        if not (rtl and self.width and self.bidi != "none" and shown):
            return ""
        return " " * (self.width - width(shown))

    def style(self, text: str, style: str) -> str:
        """Return text in a style of rich, as in `bold red3`, if the screen has colours."""
        if not (self.colour and style and text):
            return text
        before, after = _codes(style)
        return f"{before}{text}{after}"


def _whole(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return pieces of a line that end where words end: a terminal turns a whole word."""
    whole = list[tuple[str, str]]()
    for text, style in pieces:
        rest = text
        if whole and not whole[-1][0].endswith(" "):
            end = text.partition(" ")[0]
            rest = text[len(end) :]
            whole[-1] = whole[-1][0] + end, whole[-1][1]
        if rest:
            whole.append((rest, style))
    return whole


@cache
def _codes(style: str) -> tuple[str, str]:
    """Return the codes around a text in a style, in as many colours as the terminal has.

    Terminals that call themselves xterm have long had 256.
    """
    from rich.console import Console  # noqa: PLC0415 - rich takes 20 ms

    is_xterm = os.environ.get("TERM", "").startswith("xterm")
    colours: Literal["auto", "256"] = "256" if is_xterm else "auto"
    console = Console(
        file=io.StringIO(), force_terminal=True, color_system=colours, legacy_windows=False
    )
    with console.capture() as captured:
        console.print("x", style=style, end="")
    before, _, after = captured.get().partition("x")
    return before, after
