"""The parts of a table for people."""

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column: its label, and how it adapts to a narrow screen.

    Its cells wrap if `least` is not 0. If a column would get less than its `least`, columns with a
    `leaves` are left out, the highest first.
    """

    label: str
    least: int = 0
    leaves: int = 0


class Cell(NamedTuple):
    """A cell, and its style in rich's notation: `bold red3`."""

    text: str
    style: str = ""


class Group(NamedTuple):
    """Rows under a heading, or all rows without one."""

    heading: str
    rows: Sequence[Sequence[Cell]]
