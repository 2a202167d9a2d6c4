"""Text in visual order with joined Arabic letters, for terminals that do neither.

Imported only when needed: python-bidi takes 50 ms.
"""

import re
from functools import cache
from unicodedata import bidirectional

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display

_BASES = {None: None, False: "L", True: "R"}  # what python-bidi calls the direction of a line
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))
_ARABIC = re.compile("[\u0600-\u06ff\u200c]+")
_NEUTRAL = range(0x2500, 0x2700)  # signs that take the direction of their neighbours

# What a reader sees as one sign: a flag, or an emoji with its modifiers and joined emoji.
_CHANGES = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_PICTURE = f"[\u203c-\u3299\U0001f000-\U0001faff]{_CHANGES}"
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}(?:\u200d{_PICTURE})*")


def visual(text: str, *, rtl: bool | None = None) -> str:
    """Return a line in visual order; its direction is that of its first letter, or `rtl`."""
    kept = _kept(text)
    for sign, cluster in kept.items():
        text = text.replace(cluster, sign)
    if kept:  # there are fewer signs than characters
        text = "".join(each if bidirectional(each) else "\ufffd" for each in text)
    joined = _ARABIC.sub(lambda run: _shaper().reshape(run[0]), text)
    ordered: str = get_display(joined, base_dir=_BASES[rtl])
    for sign, cluster in kept.items():
        ordered = ordered.replace(sign, cluster)
    return ordered.translate(_MARKS)  # no longer needed


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
