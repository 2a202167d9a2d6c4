"""Days in the patterns of CLDR, by Babel: imported only where a day is written."""

import datetime as dt
import os
from collections.abc import Callable
from functools import partial

from babel import Locale, localedata

# As this is imported, Babel looks for the time zone of the machine. A day has none, and what `TZ`
# names may be no zone at all, which Babel does not survive.
_zone = os.environ.get("TZ")
os.environ["TZ"] = "UTC"
try:
    from babel.dates import format_date
finally:
    if _zone is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = _zone


def dated(tag: str) -> Callable[[dt.date, str], str]:
    """Return what writes a day in a pattern, as in `EEEE d MMMM y`, for a tag, as in `fr-MA`."""
    wanted = [tag.replace("-", "_"), tag.partition("-")[0]]
    locale = Locale.negotiate(wanted, localedata.locale_identifiers()) or Locale("en")
    return partial(format_date, locale=locale)
