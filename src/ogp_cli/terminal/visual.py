"""Text in visual order, for terminals that order only the letters of a word, or nothing at all.

Imported only when needed: python-bidi takes 50 ms.
"""

import re
from functools import cache
from unicodedata import bidirectional

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from bidi.mirror import MIRRORED

from ogp_cli.lang.direction import has_rtl

_BASES = {None: None, False: "L", True: "R"}  # what python-bidi calls the direction of a line
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))
_ARABIC = re.compile("[\u0600-\u06ff\u200c]+")
_NEUTRAL = range(0x2500, 0x2700)  # signs that take the direction of their neighbours

# What a reader sees as one sign: a flag, or an emoji with its modifiers and joined emoji.
_CHANGES = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_PICTURE = f"[\u203c-\u3299\U0001f000-\U0001faff]{_CHANGES}"
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}(?:\u200d{_PICTURE})*")


def visual(text: str, *, rtl: bool | None = None, joined: bool = True) -> str:
    """Return a line in visual order; its direction is that of its first letter, or `rtl`.

    Arabic letters are `joined` here, or else by the terminal.
    """
    kept = _kept(text)
    for sign, cluster in kept.items():
        text = text.replace(cluster, sign)
    if kept:  # there are fewer signs than characters
        text = "".join(each if bidirectional(each) else "\ufffd" for each in text)
    if joined:
        text = _ARABIC.sub(lambda run: _shaper().reshape(run[0]), text)
    ordered: str = get_display(text, base_dir=_BASES[rtl])
    for sign, cluster in kept.items():
        ordered = ordered.replace(sign, cluster)
    return ordered.translate(_MARKS)  # no longer needed


def words(text: str, *, rtl: bool | None = None) -> str:
    """Return the words of a line in visual order, for a terminal that turns each of them itself.

    It turns what stands between two spaces, if there is a right-to-left letter in it: all of its
    letters, digits and signs, as a font does.
    """
    return re.sub(r"\S+", lambda word: _turned(word[0]), visual(text, rtl=rtl, joined=False))


def _turned(word: str) -> str:
    """Return a word so that it reads right once a terminal turned it; see `words`."""
    if not has_rtl(word):
        return word
    return "".join(MIRRORED.get(letter, letter) for letter in reversed(word))


def _kept(text: str) -> dict[str, str]:
    """Return what python-bidi would break or does not know, by the sign that replaces it.

    These are emoji of several characters, and characters newer than Python's Unicode.
    """
    clusters = {each for each in text if not bidirectional(each)}
    clusters |= {each for each in _EMOJI.findall(text) if len(each) > 1}
    signs = (sign for sign in map(chr, _NEUTRAL) if sign not in text)
    return dict(zip(signs, sorted(clusters, key=len, reverse=True), strict=False))


@cache
def _shaper() -> ArabicReshaper:
    # Vowel marks stay, and follow their letter in the order of the screen.
    return ArabicReshaper({"delete_harakat": False, "shift_harakat_position": True})
