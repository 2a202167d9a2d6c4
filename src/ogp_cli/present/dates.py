"""Days in the patterns of CLDR, by Babel: imported only where a day is written."""

import datetime as dt
import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def date(day: dt.date, pattern: str, locale: "Locale") -> str:
    """Return a day in a pattern of CLDR, as in `EEEE d MMMM y`, in the language of a locale."""
    return _format()(day, pattern, locale=locale)


@cache
def _format() -> Callable[..., str]:
    """Return Babel's function. As it is imported, it looks for the time zone of the machine.

    A day has none, and what `TZ` names may be no zone at all, which Babel does not survive.
    """
    zone = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    try:
        from babel.dates import format_date  # noqa: PLC0415 - 30 ms
    finally:
        if zone is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = zone
    return format_date
