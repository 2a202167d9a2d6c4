"""The columns that a table, a record and a sheet have in common."""

from ogp_cli.clean import clean
from ogp_cli.lang.language import Language
from ogp_cli.output.status.overview import Row


def labels(language: Language) -> tuple[str, ...]:
    """Return the names of the columns."""
    words = language.terminal
    return (
        words.number,
        words.title,
        words.lead,
        words.status,
        words.drafting,
        words.next_meeting,
        words.stuck,
    )


def cells(row: Row) -> tuple[str, ...]:
    """Return what stands in the columns, free of control characters; the day and hour are local.

    A commitment without a title goes by its id, in parentheses; what else it lacks is empty.
    """
    moment = f"{row.next_meeting:%Y-%m-%d %H:%M}" if row.next_meeting else ""
    title = row.title or f"({row.commitment.id})"
    texts = (row.number, title, row.lead, row.status, row.drafting, moment, row.stuck)
    return tuple(map(clean, texts))
