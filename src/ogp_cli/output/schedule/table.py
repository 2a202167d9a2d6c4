"""The schedule as a table for a person: fitted to a screen, a whole line a slot in a pipe."""

from ogp_cli.clean import clean
from ogp_cli.output.cells import Cell, Column, Group
from ogp_cli.output.grid import table
from ogp_cli.output.schedule.agenda import Agenda, Row


def render(agenda: Agenda) -> str:
    """Return the plan's title and a line for every slot, wrapped where it must be."""
    words, screen = agenda.language.terminal, agenda.screen
    rtl = agenda.language.direction == "rtl"
    columns = (
        Column(words.date),
        Column(words.institutions, least=20),
        Column(words.commitments, least=10),
        Column(words.invited, least=12, leaves=1),
    )
    title = screen.lines(clean(agenda.title), rtl=rtl, style="bold")
    head = title + screen.lines(words.schedule, rtl=rtl)
    groups = [Group("", list(map(_cells, agenda.rows)))]
    return f"{head}\n{table(columns, groups, screen, rtl=rtl)}"


def _cells(row: Row) -> list[Cell]:
    moment = row.scheduled.slot.at.isoformat(sep=" ", timespec="minutes")
    return [Cell(moment), Cell(row.institutions), Cell(row.numbers), Cell(row.invited)]
