"""A value of the data in the notation that is used here: Latin digits, days as year-month-day."""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from functools import cache
from unicodedata import combining, normalize
from urllib.parse import quote

from ogp_cli.lang.days import months

_SPOKEN = (("fr", "FR"), ("ar", "MA"), ("ar", "EG"), ("en", "GB"))

# What stays as it is in an address.
_OF_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
_DAY_FIRST = r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})( \d{2}:\d{2})?"
_YEAR_FIRST = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([T ]\d{2}:\d{2})?[:.\d]*Z?"


def normalised(word: str) -> str:
    """Return a word as it is written here, or "" where it is written so or no one can tell.

    A day in another order, in another notation or with an hour, Arabic digits, and two words in
    place of one: 18-04-2024, ٥, civil society. Of an address, what is not of addresses: a space is
    %20 there.
    """
    if "://" in word:
        address = quote(word.strip(), safe=_OF_ADDRESS)
        return address if address != word else ""
    latin = "".join(str(int(each)) if each.isdecimal() else each for each in word.strip())
    found = _day(latin) or _part_of_year(latin) or re.sub(r"\s+", "-", latin)
    return found if found.isascii() and found != word else ""


def _part_of_year(word: str) -> str:
    """Return a day with the name of its month, a month, a quarter or a half-year, or ""."""
    if match := re.fullmatch(r"(?:(\d{1,2})(?:er|st)? )?(\w+) (\d{4})", word):
        day, name, year = match.groups("")
        month = next((i for i, each in enumerate(_months(), 1) if _bare(name) in each), 0)
        return _day(f"{year}-{month}-{day or 1}")[: None if day else 7]
    if match := re.fullmatch(r"(0?[1-9]|1[0-2])[-/.](\d{4})", word):
        return f"{match[2]}-{int(match[1]):02}"
    if match := re.fullmatch(r"(\d{4})[- ]?([QT][1-4]|[HS][12])", word.upper()):
        return f"{match[1]}-{match[2].replace('T', 'Q').replace('S', 'H')}"
    return ""


@cache
def _months() -> Sequence[Collection[str]]:
    """Return the names of each month."""
    return [
        {*map(_bare, names)} for names in zip(*(months(*each) for each in _SPOKEN), strict=True)
    ]


def _bare(word: str) -> str:
    return "".join(each for each in normalize("NFD", word.casefold()) if not combining(each))


def _day(word: str) -> str:
    match = re.fullmatch(_DAY_FIRST, word)
    day, month, year, hour = match.groups("") if match else ("", "", "", "")
    if not match:
        match = re.fullmatch(_YEAR_FIRST, word)
        year, month, day, hour = match.groups("") if match else ("", "", "", "")
    try:
        return f"{dt.date(int(year), int(month), int(day))}{hour.replace('T', ' ')}"
    except ValueError:
        return ""
