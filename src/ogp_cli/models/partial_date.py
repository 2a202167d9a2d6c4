"""A day, month, quarter, half-year or year, as action plans write dates.

As in `2025-06-30`, `2025-06`, `2025-Q2`, `2025-H1` and `2025`.
"""

import datetime as dt
import re
from calendar import monthrange
from typing import Annotated

from pydantic import BeforeValidator, Field

from ogp_cli.models.refusal import Pattern
from ogp_cli.models.types import DAY, FIRST_YEAR, LAST_YEAR, YEAR, as_text

_MONTH = f"{YEAR}-(0[1-9]|1[0-2])"


_Written = Annotated[
    str,
    Pattern(
        f"^({DAY}|{_MONTH}|{YEAR}(-Q[1-4]|-H[12])?)$",
        "{value} is not a date",
        "write a day, month, quarter, half-year or year from 1900 to 2099, as in 2025-06-30, "
        "2025-06, 2025-Q2, 2025-H1 or 2025",
    ),
]
PartialDate = Annotated[
    _Written,
    BeforeValidator(
        as_text,  # a year
        json_schema_input_type=_Written | Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)],
    ),
]
HalfYear = Annotated[
    str,
    Pattern(
        f"^{_MONTH}$",
        "{value} is not a half-year",
        "write the last month of the half-year, as in 2025-06",
    ),
]


def first_day(date: str) -> dt.date:
    """Return the first day of a partial date."""
    year, month, _ = _months(date)
    return dt.date(year, month, int(date[8:] or 1))


def last_day(date: str) -> dt.date:
    """Return the last day of a partial date: what is due in June is due on the 30th."""
    year, _, month = _months(date)
    return dt.date(year, month, int(date[8:] or monthrange(year, month)[1]))


def first_day_of_half_year(name: str) -> dt.date:
    """Return the first day of a half-year, whose name is its last month: 2025-01-01 of 2025-06."""
    last = first_day(name)
    year, month = divmod(last.year * 12 + last.month - 6, 12)
    return dt.date(year, month + 1, 1)


def is_half_year(name: str) -> bool:
    """Whether a name is that of a half-year: its last month."""
    return re.fullmatch(_MONTH, name) is not None


def _months(date: str) -> tuple[int, int, int]:
    """Return the year of a partial date, and its first and last month."""
    year, rest = int(date[:4]), date[5:7]
    if not rest:
        return year, 1, 12
    size = {"Q": 3, "H": 6}.get(rest[0], 1)
    last = size * int(rest.lstrip("QH"))
    return year, last - size + 1, last
