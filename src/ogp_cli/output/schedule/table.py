"""The schedule as a table for a person: fitted to a screen, a whole line a slot in a pipe."""

from ogp_cli.clean import clean
from ogp_cli.output.grid import Cell, Column, grid
from ogp_cli.output.schedule.agenda import Agenda, Row


def render(agenda: Agenda) -> str:
    """Return the plan's title and a line for every slot, cut where it must be."""
    words, rtl = agenda.language.terminal, agenda.language.direction == "rtl"
    columns = (
        Column(words.date),
        Column(words.institutions, least=20),
        Column(words.commitments, least=10),
        Column(words.invited, least=12, leaves=1),
    )
    head = agenda.screen.lines(f"{clean(agenda.title)}\n{words.schedule}\n", rtl=rtl)
    table = grid(columns, map(_cells, agenda.rows), agenda.screen, rtl=rtl)
    return "\n".join([head, *table.head, *table.rows]) + "\n"


def _cells(row: Row) -> list[Cell]:
    moment = row.scheduled.slot.at.isoformat(sep=" ", timespec="minutes")
    return [Cell(moment), Cell(row.institutions), Cell(row.numbers), Cell(row.invited)]
