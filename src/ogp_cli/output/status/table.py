"""The plan as a table for a person: fitted to a screen, a whole line a commitment in a pipe."""

from ogp_cli.clean import clean
from ogp_cli.models.commitment import ENDED
from ogp_cli.output.cells import Cell, Column, Group
from ogp_cli.output.grid import table
from ogp_cli.output.parts import Part, bar, sentence
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Overview, Row
from ogp_cli.output.words import Words

# Each can be read on black and on white; the words say the same.
_QUIET = "grey42"
STYLES = {
    "standing": "green4",
    "merge-proposed": "dark_orange3",
    "pending": "dark_orange3",
    "merged": "deep_sky_blue4",
    "cancelled": _QUIET,
    "dropped": _QUIET,
}
_ALERT = "bold red3"


def render(overview: Overview) -> str:
    """Return the title, the balance, what is stuck, and a line for every commitment.

    Where the screen is narrow, titles and names wrap, then leads and the drafting are left out. Why
    a commitment is stuck stands where its next meeting would.
    """
    screen, rtl = overview.screen, overview.language.direction == "rtl"
    head = screen.lines(clean(overview.title), rtl=rtl, style="bold")
    parts = [Part(n, words, STYLES.get(status, _ALERT)) for status, n, words in _terms(overview)]
    head += bar(parts, screen, rtl=rtl) + sentence(overview.balance, parts, screen, rtl=rtl)
    if overview.stuck:
        head += screen.lines(clean(overview.stuck), rtl=rtl, style=_ALERT)
    number, name, lead, status, drafting, meeting, _ = labels(overview.language)
    columns = (
        Column(number),
        Column(name, least=26),
        Column(lead, least=20, leaves=2),
        Column(status, least=12),
        Column(drafting, least=20, leaves=1),
        Column(meeting),
    )
    groups = [
        Group(
            f"{group.name} ({len(group.rows)})" if group.name else "", list(map(_cells, group.rows))
        )
        for group in overview.groups
    ]
    return f"{head}\n{table(columns, groups, screen, rtl=rtl)}"


def _terms(overview: Overview) -> list[tuple[str, int, str]]:
    return Words(overview.plan, overview.language).terms(overview.plan.balance)


def _cells(row: Row) -> list[Cell]:
    number, title, lead, status, drafting, moment, why = cells(row)
    quiet = _QUIET if row.commitment.status in ENDED else ""
    return [
        *(Cell(text, quiet) for text in (number, title, lead)),
        Cell(status, STYLES[row.commitment.status]),
        Cell(drafting, quiet),
        Cell(moment or why, _ALERT if why else quiet),
    ]
