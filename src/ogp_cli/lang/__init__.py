"""The languages of `ogp`. To add one, add a file and its line here."""

from ogp_cli.lang.ar import ARABIC
from ogp_cli.lang.en import ENGLISH
from ogp_cli.lang.fr import FRENCH
from ogp_cli.lang.language import Forms, Language

LANGUAGES = {language.code: language for language in (ARABIC, FRENCH, ENGLISH)}


def choose(*codes: str | None) -> Language:
    """Return the first language of `codes` that `ogp` has, or else English.

    A code may be a locale, as in `ar_MA.UTF-8`.
    """
    spoken = (LANGUAGES.get((code or "").replace("-", "_").split("_")[0]) for code in codes)
    return next(filter(None, spoken), ENGLISH)


def count(language: Language, forms: Forms, number: int, **values: object) -> str:
    """Return the plural form for `number`, with its fields filled."""
    form = forms.get(language.plural(number), forms["other"])
    return form.format(n=number, **values)
