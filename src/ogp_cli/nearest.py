"""The word that was probably meant."""

import difflib
from collections.abc import Iterable

# Longer words are rarely typing mistakes, and comparing them takes long.
_LONGEST = 50
# As difflib counts it: “standng” is meant as “standing”, and “adopted” not as “dropped”.
_LIKENESS = 0.75
# The most suggestions for one book.
_MOST = 10


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that looks most like `word`, or "" if none does."""
    if len(word) > _LONGEST or word.isdecimal():  # every number is equally likely
        return ""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=_LIKENESS)
    return next(iter(near), "")


class Nearest:
    """Suggests words for misspelt ones, but only for the first few.

    In a book full of mistakes, comparing every word would take long, and help nobody.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [word for word in words if len(word) <= _LONGEST]
        self._left = _MOST

    def __call__(self, word: str) -> str:
        """Return the nearest word, or "" if there is none or the limit is reached."""
        self._left -= 1
        return nearest(word, self._words) if self._left >= 0 else ""
