"""The day of the week beside a date is wrong.

    الاثنين 26 مارس 2024        # 26 March 2024 was a Tuesday

Days and months are those of the text's language, in the plan's country.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ogp_cli.checks.texts import folded, matches
from ogp_cli.plan import Plan
from ogp_cli.plan.texts import SEAM, HumanText
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

# What may be a date in words: names are looked up only then.
_DATE = re.compile(rf"[0-9](?<![^\s{SEAM}].)[0-9]?[a-z]{{0,2}}\s+\S{{1,20}}\s+[12][0-9]{{3}}\b")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such date in a text for people."""
    for (_, _, text, language), at in _dated(plan):
        calendar = _calendar(language, plan.info.country)
        for match in calendar.pattern.finditer(folded(text)):
            said, day, month, year = (group.lower() for group in match.groups())
            try:
                date = dt.date(int(year), calendar.months[month], int(day))
            except ValueError:
                continue
            if calendar.days[said] != date.weekday():
                yield Finding(
                    at.within(match.start()),
                    "{date} is not a “{said}”",
                    "write “{right}”, or correct the date",
                    {
                        "date": date,
                        "said": text[match.start(1) : match.end(1)],
                        "right": calendar.names[date.weekday()],
                    },
                )


def _dated(plan: Plan) -> Iterator[tuple[HumanText, Place]]:
    return ((text, text.at) for text, _, _ in matches(plan, _DATE))


class _Calendar(NamedTuple):
    """The days (Monday is 0) and months by their folded names, and what finds a date in a text."""

    days: dict[str, int]
    months: dict[str, int]
    names: dict[int, str]
    pattern: re.Pattern[str]


@cache
def _calendar(language: str, country: str) -> _Calendar:
    from babel import Locale, localedata  # noqa: PLC0415 - only where there may be a date

    wanted = [f"{language}_{country}", language]
    locale = Locale.negotiate(wanted, localedata.locale_identifiers()) or Locale("en")
    names = locale.days["format"]["wide"]
    days = {folded(name).lower(): number for number, name in names.items()}
    months = locale.months["format"]["wide"].items()
    by_month = {folded(name).lower(): number for number, name in months}
    pattern = (
        rf"({_any(days)}),?\s+([0-9]{{1,2}})(?:er|st|nd|rd|th)?\s+({_any(by_month)}),?\s+(\d{{4}})"
    )
    return _Calendar(days, by_month, dict(names), re.compile(pattern, re.IGNORECASE))


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, names))
