"""A value of the data in the notation that is used here: Latin digits, days as year-month-day."""

import datetime as dt
import re
from urllib.parse import quote

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
    found = _day(latin) or re.sub(r"\s+", "-", latin)
    return found if found.isascii() and found != word else ""


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
