"""Which way a language is written."""

# Right-to-left scripts' languages, among those that a plan may have texts in.
_RTL = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}

_LTR_MARK, _RTL_MARK = "\u200e", "\u200f"


def is_rtl(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code in _RTL


def direction(code: str) -> str:
    """Return `rtl` or `ltr`, as HTML and Typst call the direction of a language."""
    return "rtl" if is_rtl(code) else "ltr"


def mark(code: str) -> str:
    """Return the invisible mark (U+200F or U+200E) that reads like a letter of the language.

    Between two names in another direction it keeps a comma, and with it the order of the names, in
    the direction of the sentence; it does so in every format, and in Word too, which does not know
    Unicode's isolates.
    """
    return _RTL_MARK if is_rtl(code) else _LTR_MARK


def left_to_right(text: str, code: str) -> str:
    """Return a day or an id as it stands among the words of a language.

    After an Arabic letter, `2024-03-21` would be read from its end (UAX 9, W2 and W4).
    """
    return f"{_LTR_MARK}{text}{_LTR_MARK}" if is_rtl(code) else text
