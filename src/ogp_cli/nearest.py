"""The word that was probably meant."""

import difflib
from collections.abc import Iterable

# Longer words are no slip of the finger, and comparing them takes long.
_LONGEST = 100


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that looks most like `word`, or "" where none does."""
    if len(word) > _LONGEST:
        return ""
    return next(iter(difflib.get_close_matches(word, list(words), n=1)), "")


class Nearest:
    """Suggests words for many misspelt ones, the first few of them: a book that is all wrong.

    Comparing takes a time that grows with the number of words, and a reader needs no more.
    """

    def __init__(self, words: Iterable[str], most: int = 20) -> None:
        self._words = list(words)
        self._left = most

    def __call__(self, word: str) -> str:
        """Return the nearest word, or "" where there is none, or too many were asked for."""
        self._left -= 1
        return nearest(word, self._words) if self._left >= 0 else ""
