"""What a table for a person consists of."""

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column: its label, and what it gives up where a screen is too narrow.

    Its cells wrap if `least` is not 0. Where that would leave some column less than its `least`,
    those with a `leaves` are left out, the highest first.
    """

    label: str
    least: int = 0
    leaves: int = 0


class Cell(NamedTuple):
    """A cell, and its style as rich writes it: `bold red3`."""

    text: str
    style: str = ""


class Group(NamedTuple):
    """Rows under a heading, or all rows without one."""

    heading: str
    rows: Sequence[Sequence[Cell]]
