"""Slips in the letters of a text: of the fingers, of the keyboard, of a program before."""

import unicodedata
from random import Random

from slip_kinds.making import ANY, LETTERS, WORD, New, at_letter, replace, split_at

# The letters as they lie on an Arabic keyboard, and what the same keys write on a Latin one.
ROWS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
LATIN = str.maketrans("".join(ROWS), "qwertyuiop[]" + "asdfghjkl;'" + "zxcvnm,./")
LOOK_ALIKE = {"ا": "l", "ه": "o", "ة": "ö", "و": "g", "ر": "j"}
TEXT = rf"[{LETTERS}][{LETTERS} ]{{8,}}[{LETTERS}]"
SPACE = rf"(?<=[{LETTERS}]) (?=[{LETTERS}])"
PAIR = rf"(?<=[{LETTERS}] )[{LETTERS}]{{4,}}(?= )"


def _beside(word: str, index: int, pick: Random) -> str:
    row = next((row for row in ROWS if word[index] in row), "ا")
    place = row.find(word[index]) + pick.choice((-1, 1))
    return word[:index] + row[place % len(row)] + word[index + 1 :]


def _swapped(word: str, index: int, _: Random) -> str:
    return word[: index - 1] + word[index] + word[index - 1] + word[index + 1 :]


def _put(sign: str) -> New:
    return split_at(lambda before, after: before + sign + after)


def _seen_as(written: str, read: str) -> New:
    """Return a text as it looks where one encoding is taken for another."""
    return lambda text, _: text.encode(written, "ignore").decode(read, "ignore")


def _presentation_form(letter: str, _: Random) -> str:
    return unicodedata.lookup(f"{unicodedata.name(letter)} ISOLATED FORM")


SPELLING = {
    "a letter left out": replace(ANY, WORD, split_at(lambda before, after: before + after[1:])),
    "a letter twice": replace(ANY, WORD, at_letter(lambda w, i, _: w[:i] + w[i - 1] + w[i:])),
    "two letters swapped": replace(ANY, WORD, at_letter(_swapped)),
    "the key beside it": replace(ANY, WORD, at_letter(_beside)),
    "ا for أ, or أ for ا": replace(
        ANY, rf"[اأإ](?=[{LETTERS}]{{3,}})", lambda old, _: "أ" if old == "ا" else "ا"
    ),
    "ه for ة": replace(ANY, rf"ة(?![{LETTERS}])", "ه"),
    "ى for ي": replace(ANY, rf"ي(?![{LETTERS}])", "ى"),
    "two words joined": replace(ANY, SPACE, ""),
    "a word split": replace(ANY, WORD, _put(" ")),
    "a word left out": replace(ANY, rf"{PAIR} ", ""),
}
SIGNS = {
    "a Persian letter": replace(
        ANY, rf"(?<=[{LETTERS}])[يكه]", lambda old, _: {"ي": "ی", "ك": "ک", "ه": "ہ"}[old]
    ),
    "a Latin look-alike": replace(ANY, "[اهةور]", lambda old, _: LOOK_ALIKE[old]),
    "a word on the Latin keyboard": replace(ANY, WORD, lambda word, _: word.translate(LATIN)),
    "a Latin letter inside": replace(ANY, WORD, _put("a")),
    "a presentation form": replace(ANY, "[ادرز]", _presentation_form),
    "a letter decomposed": replace(ANY, "[أإؤ]", lambda old, _: unicodedata.normalize("NFD", old)),
    "tatweel": replace(ANY, WORD, _put("ـ")),
    "an invisible sign": replace(
        ANY, WORD, split_at(lambda before, after: f"{before}\u200b{after}")
    ),
    "a control character": replace(ANY, WORD, _put("\x02")),
    "a bidirectional control": replace(ANY, WORD, _put("\u202e")),
    "U+FFFD for a letter": replace(ANY, WORD, at_letter(lambda w, i, _: f"{w[:i]}�{w[i + 1 :]}")),
    "???? for a word": replace(ANY, WORD, lambda word, _: "?" * len(word)),
    "UTF-8 seen as Windows-1252": replace(ANY, TEXT, _seen_as("utf-8", "cp1252")),
    "Windows-1256 seen as Windows-1252": replace(ANY, TEXT, _seen_as("cp1256", "cp1252")),
    "a double space": replace(ANY, SPACE, "  "),
    "a no-break space": replace(ANY, SPACE, "\u00a0"),
    "a space before the comma": replace(ANY, rf"(?<=[{LETTERS}])(?=[،.])", " "),
    "a Latin comma": replace(ANY, SPACE, ", "),
    "an Arabic digit among Latin ones": replace(
        ANY, r"(?<=\d)\d(?=\.$)|(?<= )\d(?=\d* و)", lambda old, _: chr(0x660 + int(old))
    ),
    "a word twice": replace(ANY, PAIR, lambda word, _: f"{word} {word}"),
    "a quote not closed": replace(ANY, PAIR, lambda word, _: f"«{word}"),
    "a bracket not closed": replace(ANY, PAIR, lambda word, _: f"({word}"),
}
