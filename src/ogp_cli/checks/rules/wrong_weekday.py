"""A day of the week is written beside a date that does not fall on it.

    الاثنين 26 مارس 2024        # 26 March 2024 was a Tuesday

Days and months are those of the text's language, in the plan's country.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

# What may be a date in words: names are looked up only then.
_DATE = re.compile(r"\d{1,2}\S*\s+\S+\s+[12]\d{3}\b")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such date in a text for people."""
    for at, text, language in plan.texts:
        if not _DATE.search(text):
            continue
        days, months, pattern = _calendar(language, plan.info.country)
        for match in pattern.finditer(text.lower()):
            said, day, month, year = match.groups()
            try:
                date = dt.date(int(year), months[month], int(day))
            except ValueError:
                continue
            if days[said] != date.weekday():
                right = next(name for name, number in days.items() if number == date.weekday())
                yield Finding(
                    at.within(match.start()),
                    "{date} is not a “{said}”",
                    "write “{right}”, or correct the date",
                    {"date": date, "said": said, "right": right},
                )


Names = dict[str, int]


@cache
def _calendar(language: str, country: str) -> tuple[Names, Names, re.Pattern[str]]:
    """Return the names of the days (Monday is 0) and months, and what finds them in a text."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where there may be a date

    try:
        locale = Locale(language, country)
    except UnknownLocaleError:
        locale = Locale("en")
    days = {name.lower(): number for number, name in locale.days["format"]["wide"].items()}
    months = {name.lower(): number for number, name in locale.months["format"]["wide"].items()}
    pattern = rf"({_any(days)}),?\s+(\d{{1,2}})(?:er|st|nd|rd|th)?\s+({_any(months)}),?\s+(\d{{4}})"
    return days, months, re.compile(pattern)


def _any(names: Names) -> str:
    return "|".join(map(re.escape, names))
