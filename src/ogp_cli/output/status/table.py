"""The plan as a table for a person: fitted to a terminal, a line a commitment when piped."""

from ogp_cli.clean import clean
from ogp_cli.output.grid import grid
from ogp_cli.output.status.overview import Overview, Row


def render(overview: Overview) -> str:
    """Return the title, the balance, and a line for every commitment, cut where it must be."""
    words = overview.language.terminal
    labels = (
        words.number,
        words.title,
        words.lead,
        words.status,
        words.drafting,
        words.next_meeting,
    )
    shares = {words.title: 4, words.lead: 3, words.drafting: 2}
    rows = map(_cells, overview.rows)
    table = grid(labels, rows, shares, to_file=overview.to_file)
    return "\n".join([clean(overview.title), clean(overview.balance), "", *table]) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    moment = f"{row.next_meeting:%Y-%m-%d %H:%M}" if row.next_meeting else ""
    title = row.title or f"({row.commitment.id})"
    return row.number, title, row.lead, row.status, row.drafting, moment
