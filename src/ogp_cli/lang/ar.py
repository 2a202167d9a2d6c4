"""Arabic as Morocco's administration writes it; the sentences come from the report of 2024."""

import re

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText, Run

# Nouns that can be nothing else at the start of a reason, so «نظرا ل» can stand before them.
_NOUN = re.compile(
    "(ال)?((?:عدم|انعدام|غياب|وجود|تكرار|قلة|صعوبة|استحالة|محدودية)(?![\\w\u064b-\u0652]).*)"
)
# Reasons that need no «نظرا ل»: «لعدم …», «لأن …», «بسبب …». Not every ل is a preposition.
_OWN_BECAUSE = re.compile(
    "(ل(ل|أن|أسباب|اعتبارات|انعدام|تداخل|تعذر|تكرار|ضعف|عدم|غياب|كون|نقص|وجود)|"
    "بسبب|بحكم|بناء على|حيث|نظرا)"
)
_DAY = re.compile(r"\b\d\d? \w+(?: \w+)? \d{4}\b")


def _typeset(text: str) -> str:
    """Keep the day, the month and the year of a date on one line."""
    return _DAY.sub(lambda day: day[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def _because(reason: Run) -> RichText:
    """Say «نظرا ل…» before a noun; leave a reason that begins with such a word; else name it.

    After the preposition, the article loses its alif.
    """
    text = reason.text
    if reason.lang == "ar" and _OWN_BECAUSE.match(text):
        return (reason,)
    noun = _NOUN.match(text)
    if reason.lang == "ar" and noun:
        return (Run(f"نظرا {'لل' if noun[1] else 'ل'}{noun[2]}", reason.lang),)
    return (Run("للسبب الآتي: ", "ar"), reason)


LANGUAGE = Language(
    code="ar",
    comma="، ",
    conjunction=" و",
    semicolon="؛",
    quotes=("«", "»"),
    separator=";",
    because=_because,
    typeset=_typeset,
)
