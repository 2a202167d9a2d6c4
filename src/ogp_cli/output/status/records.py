"""The plan as a block of lines for every commitment: for terminals too narrow for a table."""

from ogp_cli.clean import clean
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Overview, Row


def render(overview: Overview) -> str:
    """Return the title and the balance, then what is known of every commitment, line by line."""
    head = f"{clean(overview.title)}\n{clean(overview.balance)}\n"
    return "\n".join([head, *(_block(overview, row) for row in overview.rows)])


def _block(overview: Overview, row: Row) -> str:
    language = overview.language
    named = zip(labels(language), cells(row), strict=True)
    lines = (f"{label}{language.minutes.label} {cell}\n" for label, cell in named if cell)
    return "".join(lines)
