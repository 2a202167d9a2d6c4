"""What text is printed on: how wide, in colour or not, and who puts right-to-left text in order."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args
from unicodedata import bidirectional

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

Bidi = Literal["none", "isolate", "visual"]
BIDI: tuple[Bidi, ...] = get_args(Bidi)  # what is done unless asked otherwise comes first

# Unicode's isolates, and what python-bidi calls the direction of a line.
_POP = "\u2069"
_ISOLATES = {None: "\u2068", False: "\u2066", True: "\u2067"}
_BASES = {None: None, False: "L", True: "R"}

_ARABIC = re.compile("[\u0600-\u06ff\u200c]+")
_FIRST_EMOJI = "\U0001f000"
_NEUTRAL = range(0x2500, 0x2700)  # signs that take the direction of what is around them


def _kept(text: str) -> dict[str, str]:
    """Return what python-bidi would part or does not know, each by a sign for it.

    That is emoji of several characters, and characters that are newer than Python's Unicode.
    """
    clusters = {each for each in text if not bidirectional(each)}
    if max(text) > _FIRST_EMOJI:
        from wcwidth import iter_graphemes  # noqa: PLC0415 - 30 ms

        emoji = (each for each in iter_graphemes(text) if len(each) > 1)
        clusters |= {each for each in emoji if max(each) > _FIRST_EMOJI}
    signs = (sign for sign in map(chr, _NEUTRAL) if sign not in text)
    return dict(zip(signs, sorted(clusters, key=len, reverse=True), strict=False))


@dataclass(frozen=True)
class Screen:
    """A terminal, or (as it comes) a pipe or a file, which gets every line whole.

    `width` is in columns, or None where there is no edge. With `bidi`, text goes out in logical
    order (`none`); each piece between the isolates of Unicode, for a terminal that reorders whole
    lines (`isolate`); or reordered and shaped here, for a terminal that does neither (`visual`).
    """

    width: int | None = None
    colour: bool = False
    bidi: Bidi = "none"

    @property
    def room(self) -> int | None:
        """How many columns may be filled, if there is an edge.

        VTE loses an isolate in the first column, where there is no letter to keep it with.
        """
        return self.width - 1 if self.width and self.bidi == "isolate" else self.width

    def show(self, text: str, *, rtl: bool | None = None) -> str:
        """Return a piece of a line, cut to size before, as it is sent to the screen.

        Its direction is that of its first letter, if `rtl` does not say.
        """
        if self.bidi == "none" or text.isascii():
            return text
        if self.bidi == "isolate":
            return f"{_ISOLATES[rtl]}{text}{_POP}"
        return self._reordered(text, rtl)

    def _reordered(self, text: str, rtl: bool | None) -> str:
        """Return text in the order of the screen, its Arabic letters joined."""
        from bidi.algorithm import get_display  # noqa: PLC0415 - 50 ms, and seldom asked for

        clusters = _kept(text)
        for sign, cluster in clusters.items():
            text = text.replace(cluster, sign)
        if clusters:  # there are fewer signs than characters
            text = "".join(each if bidirectional(each) else "\ufffd" for each in text)
        joined = _ARABIC.sub(lambda run: self._shaper.reshape(run[0]), text)
        ordered: str = get_display(joined, base_dir=_BASES[rtl])
        for sign, cluster in clusters.items():
            ordered = ordered.replace(sign, cluster)
        return ordered

    def lines(self, text: str, *, rtl: bool) -> str:
        """Return whole lines as they are sent to the screen, wrapped between words at its edge.

        Their direction is that of their language. Where their order is left to us, those of a
        right-to-left language stand at the right.
        """
        parts = [part for line in text.splitlines() for part in self._wrapped(line)]
        shown = [self.show(part, rtl=rtl) for part in parts]
        if rtl and self.width and self.bidi != "none":
            from rich.cells import cell_len  # noqa: PLC0415 - 5 ms

            shown = [" " * (self.width - cell_len(line)) + line for line in shown]
        return "".join(f"{line.rstrip()}\n" for line in shown)

    def _wrapped(self, line: str) -> list[str]:
        if self.room is None or len(line) <= self.room // 2:  # no letter is wider than two
            return [line]
        from wcwidth import wrap  # noqa: PLC0415 - 30 ms

        indent = " " * (len(line) - len(line.lstrip()))
        return wrap(line, self.room, subsequent_indent=f"{indent}  " if indent else "")

    def style(self, text: str, *, bold: bool = False, dim: bool = False, fg: str = "") -> str:
        """Return text in a colour or weight, where the screen has them."""
        from typer import style  # noqa: PLC0415 - the command line has it loaded

        if not self.colour or not (bold or dim or fg):
            return text
        return style(text, fg or None, bold=bold or None, dim=dim or None)

    @cached_property
    def _shaper(self) -> "ArabicReshaper":
        from arabic_reshaper import ArabicReshaper  # noqa: PLC0415

        # Vowel marks stay, and follow their letter in the order of the screen.
        return ArabicReshaper({"delete_harakat": False, "shift_harakat_position": True})
