"""The word that was probably meant."""

import difflib
from collections.abc import Iterable

# Longer words are no slip of the finger, and comparing them takes long.
_LONGEST = 50
# As difflib counts it: “standng” is meant as “standing”, and “adopted” not as “dropped”.
_LIKENESS = 0.75
# So many are suggested in a book that is all wrong.
_MOST = 10


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that looks most like `word`, or "" where none does."""
    if len(word) > _LONGEST or word.isdecimal():  # no number is nearer to what was meant
        return ""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=_LIKENESS)
    return next(iter(near), "")


class Nearest:
    """Suggests words for many misspelt ones, the first few of them: a book that is all wrong.

    Comparing takes a time that grows with the number of words, and a reader needs no more.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [word for word in words if len(word) <= _LONGEST]
        self._left = _MOST

    def __call__(self, word: str) -> str:
        """Return the nearest word, or "" where there is none, or too many were asked for."""
        self._left -= 1
        return nearest(word, self._words) if self._left >= 0 else ""
