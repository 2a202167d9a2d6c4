"""The plan as a table for a person: fitted to a screen, a whole line a commitment in a pipe."""

from collections.abc import Iterator

from ogp_cli.clean import clean
from ogp_cli.output.grid import Cell, Column, grid
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Group, Overview, Row
from ogp_cli.process.vocabulary import ENDED


def render(overview: Overview) -> str:
    """Return the title, the balance, what is stuck, and a line for every commitment.

    Where the screen is narrow, titles and names are cut, then leads and the drafting left out. Why
    a commitment is stuck stands where its next meeting would.
    """
    screen, rtl = overview.screen, overview.language.direction == "rtl"
    title, balance, why = map(clean, (overview.title, overview.balance, overview.stuck))
    head = screen.lines(f"{title}\n{balance}\n", rtl=rtl)
    if why:
        head += screen.style(screen.lines(f"{why}\n", rtl=rtl).rstrip("\n"), fg="red") + "\n"
    number, name, lead, status, drafting, meeting, _ = labels(overview.language)
    columns = (
        Column(number),
        Column(name, least=26),
        Column(lead, least=20, leaves=2),
        Column(status, least=12),
        Column(drafting, least=20, leaves=1),
        Column(meeting),
    )
    table = grid(columns, map(_cells, overview.rows), screen, rtl=rtl)
    rows = iter(table.rows)
    groups = ["\n".join(_group(overview, group, rows)) for group in overview.groups]
    return "\n".join([head, *table.head, "\n\n".join(groups)]).rstrip("\n") + "\n"


def _group(overview: Overview, group: Group, rows: Iterator[str]) -> Iterator[str]:
    """Give a group's name and size, and its rows, which are the next."""
    if group.name:
        heading = clean(f"{group.name} ({len(group.rows)})")
        rtl = overview.language.direction == "rtl"
        yield overview.screen.style(overview.screen.lines(heading, rtl=rtl).rstrip("\n"), bold=True)
    for _ in group.rows:
        yield next(rows)


def _cells(row: Row) -> list[Cell]:
    *texts, moment, why = cells(row)
    ended = row.commitment.status in ENDED
    return [*(Cell(text, quiet=ended) for text in texts), Cell(moment or why, bool(why), ended)]
