"""The language in which `ogp` speaks to whoever runs it: help, questions, errors.

The data and the documents may be in others. A sentence stands in the code in English: in `_("…")`
where it is said, in `N_("…")` where it is kept for later.
"""

import os
from gettext import bindtextdomain, textdomain
from typing import TYPE_CHECKING

from ogp_cli.lang import ENGLISH, LANGUAGES, code_of
from ogp_cli.lang.catalogue import LOCALE

if TYPE_CHECKING:
    from ogp_cli.lang.language import Language

_VARIABLE = "LANGUAGE"  # where gettext looks first, also for the words of typer


def speak(*codes: str | None) -> None:
    """Speak the first language of `codes` that `ogp` has, or else English, from now on."""
    os.environ[_VARIABLE] = code_of(*codes)
    bindtextdomain("ogp", LOCALE)
    textdomain("ogp")


def code() -> str:
    """Return the code of the language of the interface."""
    return code_of(os.environ.get(_VARIABLE))


def spoken() -> "Language":
    """Return the language of the interface; to say something in English, it is not needed."""
    return LANGUAGES[code()]


def _(sentence: str) -> str:
    """Return a sentence in the language of the interface."""
    return sentence if not sentence or code() == ENGLISH else spoken().gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a sentence for a number in the language of the interface."""
    return spoken().ngettext(one, many, number)


def page(text: str) -> str:
    r"""Return a page of help in the language of the interface: each paragraph is a sentence there.

    A paragraph that begins with `\b` is a heading and examples, which stay as they are.
    """
    return "\n\n".join(_paragraph(each) for each in text.split("\n\n"))


def _paragraph(text: str) -> str:
    mark, _newline, below = text.partition("\n")
    if mark != "\b":
        return _(text.replace("\n", " "))
    heading, *examples = below.split("\n")
    return "\n".join([mark, _(heading), *examples])
