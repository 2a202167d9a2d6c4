"""A table for a person: fitted to a terminal, a whole line a row when piped."""

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from os import get_terminal_size

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ogp_cli.clean import clean

_UNLIMITED = 10_000


def grid(
    labels: Sequence[str],
    rows: Iterable[Sequence[str]],
    shares: Mapping[str, int],
    *,
    to_file: bool = False,
) -> list[str]:
    """Return the lines of a table, cut where a terminal is too narrow, never for a file.

    The columns in `shares` divide between them what the others leave of its width.
    """
    width = None if to_file else _width()
    console = Console(file=StringIO(), width=width or _UNLIMITED, color_system=None)
    with console.capture() as capture:
        console.print(_table(labels, rows, {} if width is None else shares))
    return list(map(str.rstrip, capture.get().splitlines()))


def _table(
    labels: Sequence[str], rows: Iterable[Sequence[str]], shares: Mapping[str, int]
) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=bool(shares))
    for label in labels:
        table.add_column(Text(label), no_wrap=True, overflow="ellipsis", ratio=shares.get(label))
    for row in rows:
        table.add_row(*(Text(clean(cell) or "—") for cell in row))
    return table


def _width() -> int | None:
    """Return the terminal's width in columns, or None where the output goes elsewhere."""
    try:
        return get_terminal_size(1).columns or None
    except OSError:
        return None
