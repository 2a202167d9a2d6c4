"""The catalogues: what `ogp` says in other languages, by the English sentence in the code.

They are gettext's: `locale/fr/LC_MESSAGES/ogp.po`, compiled when the package is installed.
"""

from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"
_CONTEXT_END = "\x04"  # gettext's own: in a compiled catalogue, it ends the context of a sentence


@cache
def catalogue(code: str) -> NullTranslations:
    """Return the catalogue of a language; where there is none, English stays as it is."""
    return translation("ogp", LOCALE, [code], fallback=True)


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a sentence of a table for the catalogues; it is translated where it is shown."""
    return sentence


def C_(context: str, sentence: str) -> str:  # noqa: N802 - as GLib calls it
    """Mark a sentence whose English has another meaning elsewhere, with the context of this one."""
    return f"{context}{_CONTEXT_END}{sentence}"


def without_context(sentence: str) -> str:
    """Return a marked sentence without its context."""
    return sentence.rpartition(_CONTEXT_END)[2]
