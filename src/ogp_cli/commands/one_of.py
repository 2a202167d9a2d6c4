"""A word that has to be one of some words. The options of every command use it: imports are few."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

import typer

from ogp_cli.lang.interface import _
from ogp_cli.nearest import nearest

_MANY = 12  # words are not listed


def one_of(value: str, known: Collection[str], option: str | None = None) -> str:
    """Return `value`; raise a usage error if it is unknown."""
    if value not in known:
        raise typer.BadParameter(unknown(value, known), param_hint=option)
    return value


def unknown(
    value: str,
    known: Collection[str],
    *,
    many: int = _MANY,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return what to say of a word that is none of those known, which may be too many to list.

    `texts` are what people read in the place of some words; they are known too.
    """
    shown = {word: _with_text(word, texts.get(word, word)) for word in known}
    if len(known) < many:
        words = ", ".join(shown.values())
        said = _("“{value}” is not one of {words}.").format(value=value, words=words)
    else:
        said = _("“{value}” is unknown.").format(value=value)
    meant = {text: word for word, text in texts.items()} | {word: word for word in known}
    near = meant.get(nearest(value, meant))
    return f"{said} {_('Did you mean “{near}”?').format(near=shown[near])}" if near else said


def _with_text(word: str, text: str) -> str:
    return word if text.replace(" ", "-") == word else f"{word} ({text})"
