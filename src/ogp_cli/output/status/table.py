"""The plan as a table for a person: fitted to a terminal, a line a commitment when piped."""

from io import StringIO
from os import get_terminal_size

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ogp_cli.clean import clean
from ogp_cli.output.status.overview import Overview, Row

_UNLIMITED = 10_000


def render(overview: Overview) -> str:
    """Return the title, the balance, and a line for every commitment, cut where it must be."""
    width = _width()
    lines = [clean(overview.title), clean(overview.balance), ""]
    console = Console(file=StringIO(), width=width or _UNLIMITED, color_system=None)
    with console.capture() as capture:
        console.print(_table(overview, fit=width is not None))
    lines += map(str.rstrip, capture.get().splitlines())
    return "\n".join(lines) + "\n"


def _table(overview: Overview, *, fit: bool) -> Table:
    words = overview.language.terminal
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=fit)
    shares = {words.title: 4, words.lead: 3, words.drafting: 2} if fit else {}
    for label in (
        words.number,
        words.title,
        words.lead,
        words.status,
        words.drafting,
        words.next_meeting,
    ):
        table.add_column(Text(label), no_wrap=True, overflow="ellipsis", ratio=shares.get(label))
    for row in overview.rows:
        table.add_row(*(Text(clean(cell)) for cell in _cells(row)))
    return table


def _cells(row: Row) -> tuple[str, ...]:
    moment = f"{row.next_meeting:%Y-%m-%d %H:%M}" if row.next_meeting else ""
    title = row.title or f"({row.commitment.id})"
    cells = (row.number, title, row.lead, row.status, row.drafting, moment)
    return tuple(cell or "—" for cell in cells)


def _width() -> int | None:
    """Return the terminal's width in columns, or None where the output goes elsewhere."""
    try:
        return get_terminal_size(1).columns or None
    except OSError:
        return None
