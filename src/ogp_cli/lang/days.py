"""Days in words, as in «الخميس 21 مارس 2024». The names are CLDR's, in the catalogues.

`tests/test_days.py` compares them with CLDR.
"""

import datetime as dt
from collections.abc import Sequence

from ogp_cli.lang.catalogue import N_, catalogue

WEEKDAYS = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday")),
    *(N_("Saturday"), N_("Sunday")),
)
MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
# A language may write the first of a month in its own way, as in “1er mars”.
PATTERN = N_("{weekday} {day} {month} {year}")
OF_THE_FIRST = N_("{weekday} 1 {month} {year}")
BRIEF, FIRST_BRIEF = N_("{weekday} {day} {month}"), N_("{weekday} 1 {month}")
DAY, FIRST_DAY = N_("{day} {month} {year}"), N_("1 {month} {year}")
OF_A_MONTH = N_("{month} {year}")

_WEST = "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
_EAST = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
)
# Countries whose Arabic months are not those of the catalogue.
_ARABIC = dict.fromkeys(("DZ", "TN"), _WEST) | dict.fromkeys(("IQ", "JO", "LB", "PS", "SY"), _EAST)
_ARABIC |= {
    "MA": "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
    "MR": "يناير|فبراير|مارس|إبريل|مايو|يونيو|يوليو|أغشت|شتمبر|أكتوبر|نوفمبر|دجمبر",
}


def weekdays(language: str) -> Sequence[str]:
    """Return the days of the week in a language, from Monday."""
    return [catalogue(language).gettext(day) for day in WEEKDAYS]


def months(language: str, country: str) -> Sequence[str]:
    """Return the months in a language, as a country names them."""
    if language == "ar" and country in _ARABIC:
        return _ARABIC[country].split("|")
    return [catalogue(language).gettext(month) for month in MONTHS]


def written(day: dt.date, language: str, country: str) -> str:
    """Return a day in words, with its day of the week."""
    return _filled(OF_THE_FIRST if day.day == 1 else PATTERN, day, language, country)


def brief(day: dt.date, language: str, country: str) -> str:
    """Return a day in words without its year."""
    return _filled(FIRST_BRIEF if day.day == 1 else BRIEF, day, language, country)


def dated(day: dt.date, language: str, country: str) -> str:
    """Return a day in words, as in «21 مارس 2024»."""
    return _filled(FIRST_DAY if day.day == 1 else DAY, day, language, country)


def month_of(day: dt.date, language: str, country: str) -> str:
    """Return the month of a day in words, as in «مارس 2024»."""
    return _filled(OF_A_MONTH, day, language, country)


def _filled(pattern: str, day: dt.date, language: str, country: str) -> str:
    return (
        catalogue(language)
        .gettext(pattern)
        .format(
            weekday=weekdays(language)[day.weekday()],
            day=day.day,
            month=months(language, country)[day.month - 1],
            year=day.year,
        )
    )
