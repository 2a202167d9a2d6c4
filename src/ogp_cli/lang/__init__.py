"""The languages of the tool. Adding one is adding a file and its line here."""

from ogp_cli.lang.ar import ARABIC
from ogp_cli.lang.en import ENGLISH
from ogp_cli.lang.fr import FRENCH
from ogp_cli.lang.language import Forms, Language

LANGUAGES = {language.code: language for language in (ARABIC, FRENCH, ENGLISH)}


def choose(*codes: str | None) -> Language:
    """Return the first of the languages wished for that the tool speaks, or else English.

    A code may be a locale, as in `ar_MA.UTF-8`.
    """
    spoken = (LANGUAGES.get((code or "").replace("-", "_").split("_")[0]) for code in codes)
    return next(filter(None, spoken), ENGLISH)


def count(language: Language, forms: Forms, number: int, **values: object) -> str:
    """Return the form that `number` asks for, filled."""
    form = forms.get(language.plural(number), forms["other"])
    return form.format(n=number, **values)
