"""Which way a language is written."""

import re
from typing import Literal
from unicodedata import bidirectional

Direction = Literal["ltr", "rtl"]

# Right-to-left scripts' languages, among those that a plan may have texts in.
_RTL = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}

_LTR_MARK, _RTL_MARK = "\u200e", "\u200f"
_LTR_EMBEDDING, _RTL_EMBEDDING, _END = "\u202a", "\u202b", "\u202c"

# Latin words and digits, with the signs around a name: `--output`, `.csv`, `[ARGS]...`, `20-`.
_MORE = "À-ÖØ-öø-ɏḀ-ỿ"  # letters with accents
_LATIN = (
    rf"[-.<\[{{/]*[A-Za-z0-9{_MORE}]"
    rf"(?:(?:(?![.,;] )[ -~’{_MORE}])*[A-Za-z0-9{_MORE}/>\]}}])?(?:\.{{3}}|-)?"
)


def is_rtl(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code in _RTL


def has_rtl(text: str) -> bool:
    """Whether a text has a letter that is written from right to left."""
    return any(letter.isalpha() and bidirectional(letter) in {"R", "AL"} for letter in text)


def direction(code: str) -> Direction:
    """Return `rtl` or `ltr`, as HTML and Typst call the direction of a language."""
    return "rtl" if is_rtl(code) else "ltr"


def mark(code: str) -> str:
    """Return the invisible mark (U+200F or U+200E) that acts like a letter of the language.

    Between two names in the other direction, it keeps the comma and the order of the names in the
    direction of the sentence. It works in every format, also in Word, which does not support
    Unicode's isolates.
    """
    return _RTL_MARK if is_rtl(code) else _LTR_MARK


def is_mixed(text: str) -> bool:
    """Whether a text has letters of both directions."""
    found = {*map(bidirectional, text)}
    return "L" in found and not found.isdisjoint({"R", "AL"})


def embedded(text: str, code: str) -> str:
    """Return a text in a language so that it keeps its order in a line of the other direction.

    For Word, which has no element or attribute for it that all its readers obey.
    """
    return f"{_RTL_EMBEDDING if is_rtl(code) else _LTR_EMBEDDING}{text}{_END}"


def left_to_right(text: str, code: str) -> str:
    """Return a day or an id so that it keeps its order in a sentence of a language.

    After an Arabic letter, `2024-03-21` would be shown in reverse (UAX 9, W2 and W4).
    """
    return f"{_LTR_MARK}{text}{_LTR_MARK}" if is_rtl(code) else text


def names_left_to_right(text: str, code: str) -> str:
    """Return a sentence in which options, files and days keep their order: `--output`, `data/`."""
    return re.sub(_LATIN, lambda found: _isolated(found[0], code), text)


def _isolated(name: str, code: str) -> str:
    is_closed = name.endswith("]") and "[" not in name  # the bracket is one of the sentence
    return left_to_right(name[:-1], code) + "]" if is_closed else left_to_right(name, code)
