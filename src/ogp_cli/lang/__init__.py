"""The languages of `ogp`. To add one, add a file and its line here."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ogp_cli.lang.language import Forms, Language

# By the code of a language, which is the name of its file: its name there.
_NAMES = {"ar": "ARABIC", "fr": "FRENCH", "en": "ENGLISH"}


class _Languages(Mapping[str, "Language"]):
    """The languages by their codes; a file is imported when somebody asks for its language."""

    def __getitem__(self, code: str) -> "Language":
        name = _NAMES[code]
        language: Language = getattr(import_module(f"{__name__}.{code}"), name)
        return language

    def __contains__(self, code: object) -> bool:
        return code in _NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


LANGUAGES = _Languages()


def choose(*codes: str | None) -> "Language":
    """Return the first language of `codes` that `ogp` has, or else English.

    A code may be a locale, as in `ar_MA.UTF-8`.
    """
    spoken = (LANGUAGES.get((code or "").replace("-", "_").split("_")[0]) for code in codes)
    return next(filter(None, spoken), LANGUAGES["en"])


def count(language: "Language", forms: "Forms", number: int, **values: object) -> str:
    """Return the plural form for `number`, with its fields filled."""
    form = forms.get(language.plural(number), forms["other"])
    return form.format(n=number, **values)
