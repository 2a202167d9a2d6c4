"""What a language file provides: the grammar that no sentence of a catalogue can carry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ogp_cli.lang.catalogue import catalogue, without_context
from ogp_cli.lang.direction import Direction, direction
from ogp_cli.lang.rich_text import RichText, Run

Gender = Literal["f", "m"]


@dataclass(eq=False, repr=False, kw_only=True)
class Language:
    """A language of the interface and of the minutes.

    `because` turns a reason into a part of a sentence. `clock` writes an hour, as in 10:30.
    `typeset` puts no-break spaces where the language has them.
    """

    code: str
    colon: str = ":"
    comma: str = ", "
    conjunction: str  # before the last item of a list
    semicolon: str = ";"
    quotes: tuple[str, str] = ("“", "”")
    separator: str = ","  # between the cells of a CSV, as Excel expects it in the countries
    because: Callable[[Run], RichText] = lambda reason: (reason,)
    clock: Callable[[str], str] = str
    typeset: Callable[[str], str] = str

    @property
    def direction(self) -> Direction:
        """Which way it is written."""
        return direction(self.code)

    def enumerate(self, items: Sequence[str]) -> str:
        """Return the items of a list in a sentence: «10، 11، 12 و13»."""
        *first, last = items or ("",)
        return self.comma.join(first) + self.conjunction + last if first else last

    def gettext(self, sentence: str) -> str:
        """Return a sentence of the code in this language, or in English if it is not translated."""
        return _translated(self, sentence)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the form of a sentence for a number."""
        return self._set(catalogue(self.code).ngettext(one, many, number))

    def _set(self, said: str) -> str:
        """Return a sentence of the catalogue, or one of the code with its context, as it is set."""
        return self.typeset(without_context(said))

    def __reduce__(self) -> tuple[Callable[..., "Language"], tuple[str]]:
        """Travel between processes by name: grammar is functions."""
        from ogp_cli.lang import choose  # noqa: PLC0415 - the list of languages lists this one

        return choose, (self.code,)


@cache
def _translated(language: Language, sentence: str) -> str:
    said = catalogue(language.code).gettext(sentence)
    return language.typeset(without_context(said))
