"""The word that was probably meant."""

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the one of `words` that looks most like `word`, or "" where none does."""
    return next(iter(difflib.get_close_matches(word, list(words), n=1)), "")
