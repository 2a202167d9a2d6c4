"""The hygiene of a text: what copying brings in, and the same text without it.

The rules on texts report what the patterns here find. Only what cannot change the meaning is
corrected; the rest is for a person.
"""

import re
from collections.abc import Callable, Container, Mapping
from functools import partial
from itertools import pairwise
from unicodedata import combining, decomposition, normalize

from ogp_cli.plan.texts import SEAM

# Where a text starts and ends, also among texts that are joined.
START, END = f"(?<![^{SEAM}])", f"(?![^{SEAM}])"
_SPACE = "[ \u00a0\t]"
# Signs that stand right after a word, where no word or further sign follows them.
_CLOSE = r"[،؛,.](?![\w.,])"
# The space comes first, and then what stands before it: so the search skips from space to space.
SPACES = re.compile(
    rf"{_SPACE}(?:(?<=\S{_SPACE})(?:{_SPACE}+(?=\S)|{_SPACE}*{END}|(?={_CLOSE}))|"
    rf"(?<={START}{_SPACE}){_SPACE}*(?=\S))"
)
NO_BREAK = re.compile("\u00a0(?<=[\u0620-\u064a]\u00a0)(?=[\u0620-\u064a])")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f"
    "\u202a-\u202e\u2066-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
FORMS = re.compile("[\ufb50-\ufbff\ufc00-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]+")
_LETTER = "[\u0620-\u063f\u0641-\u064a]"
TATWEEL = re.compile(f"\u0640(?<={_LETTER}\u0640)\u0640*(?={_LETTER})")

# Of the invisible characters, those that a text says the same without.
_NEEDLESS = "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff]"
# These show a text in another order than it is written in: a person has to say which one is right.
_OVERRIDES = "[\u202d\u202e]"
_ARABIC = "[\u0620-\u065f\u0670-\u06d3]"


def clean_text(text: str, kept: Container[str] = ()) -> str:
    """Return a text without what only copying brings in; never an empty one.

    That is: NFC, letters for presentation forms, no needless invisible character, no tatweel within
    a word, one space between words and none around the text. `kept` are the rules of `ogp check`
    whose findings stay.
    """
    cleaned = text
    for rule, correct in _CORRECTIONS.items():
        if rule not in kept:
            cleaned = correct(cleaned)
    return cleaned if cleaned.strip() else text


def _letters(forms: re.Match[str]) -> str:
    return "".join(map(_letter, forms[0])) if _is_in_order(forms) else forms[0]


def _letter(form: str) -> str:
    """Return the letters of a form; a sign alone stands on a space or a tatweel, which goes."""
    return normalize("NFKC", form).strip(" \u0640")


def _is_in_order(forms: re.Match[str]) -> bool:
    """Whether forms follow each other as they join; some PDFs give the letters backwards."""
    shapes = [
        decomposition(each).partition(">")[0]
        for each in forms[0]
        if not combining(_letter(each)[0])
    ]
    text, start, end = forms.string, forms.start(), forms.end()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    first, last = ("" if re.match(_ARABIC, each) else "none" for each in (before, after))
    return all(_follow(one, other) for one, other in pairwise([first, *shapes, last]))


def _follow(one: str, other: str) -> bool:
    """Whether two shapes can stand side by side; "" is a letter that takes any shape."""
    joins = one in {"<initial", "<medial"}, other in {"<medial", "<final"}
    return "" in {one, other} or joins[0] == joins[1]


def _without_invisible(text: str) -> str:
    return text if re.search(_OVERRIDES, text) else re.sub(_NEEDLESS, "", text)


def _space(spaces: re.Match[str]) -> str:
    """Return what is to stand between two words: a space that does not break, if there is one."""
    is_within = spaces.start() > 0 and spaces.end() < len(spaces.string)
    if re.compile(_CLOSE).match(spaces.string, spaces.end()):
        return ""
    return ("\u00a0" if "\u00a0" in spaces[0] else " ") if is_within else ""


# By the rule that reports each; what one of them leaves, a later one may have to correct.
_CORRECTIONS: Mapping[str, Callable[[str], str]] = {
    "presentation-form": partial(FORMS.sub, _letters),
    "invisible-character": _without_invisible,
    "not-nfc": partial(normalize, "NFC"),
    "tatweel": partial(TATWEEL.sub, ""),
    "doubled-space": partial(SPACES.sub, _space),
    "no-break-space": partial(NO_BREAK.sub, " "),
}
CORRECTED = frozenset(_CORRECTIONS)
