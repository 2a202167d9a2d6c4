"""The schedule as a table for a person: fitted to a terminal, a line a slot when piped."""

from ogp_cli.clean import clean
from ogp_cli.output.grid import grid
from ogp_cli.output.schedule.agenda import Agenda, Row


def render(agenda: Agenda) -> str:
    """Return the plan's title and a line for every slot, cut where it must be."""
    words = agenda.language.terminal
    labels = (words.date, words.institutions, words.commitments, words.invited)
    shares = {words.institutions: 4, words.commitments: 2, words.invited: 3}
    rows = map(_cells, agenda.rows)
    lines = [clean(agenda.title), words.schedule, "", *grid(labels, rows, shares)]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    moment = row.scheduled.slot.at.isoformat(sep=" ", timespec="minutes")
    return moment, row.institutions, row.numbers, row.invited
