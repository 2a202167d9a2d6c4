"""A table for people: fitted to a screen, one line per row in a pipe."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, groupby
from operator import itemgetter

from ogp_cli.lang.direction import mark
from ogp_cli.present.content.table import Cell, Column, Row, Table, Term
from ogp_cli.present.formats import Target
from ogp_cli.present.formats.columns import GAP, STYLES, Layout, fitted
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.screen import Screen

Line = Sequence[Cell]

_WIDEST = 60  # a longer bar says no more
_SHADES = "█▓▒░"  # terms differ without colours too


def render(table: Table, target: Target) -> str:
    """Return the title, the summary, and a line for each row.

    On a narrow screen, texts wrap and columns are left out, as each column says. Where there is
    too little room even so, each row is running text. The text of an alert column is shown in the
    column before, if that cell is empty.
    """
    return f"{''.join(_head(table, target.screen))}\n{_body(table, target.screen)}"


def _head(table: Table, screen: Screen) -> Iterator[str]:
    rtl = table.rtl
    yield screen.lines(clean(table.title), rtl=rtl, style=STYLES["heading"])
    yield bar(table.terms, screen, rtl=rtl)
    for number, each in enumerate(table.summary):
        yield sentence(clean(each), () if number else table.terms, screen, rtl=rtl)
    if table.alert:
        yield screen.lines(clean(table.alert), rtl=rtl, style=STYLES["alert"])


def bar(terms: Sequence[Term], screen: Screen, *, rtl: bool) -> str:
    """Return a line that the terms share by their sizes; "" on a screen without a width."""
    whole = sum(term.size for term in terms)
    if not (screen.room and whole):
        return ""
    scale = min(_WIDEST, screen.room - len(terms)) / whole
    scale = int(scale) or scale
    pieces = [
        (shade * max(1, round(term.size * scale)), STYLES[term.tone])
        for shade, term in zip(cycle(_SHADES), terms, strict=False)
    ]
    return _line(pieces, screen, rtl=rtl)


def sentence(text: str, terms: Iterable[Term], screen: Screen, *, rtl: bool) -> str:
    """Return the lines of a sentence, its terms in their styles."""
    styles, end = [""] * len(text), 0
    for term in terms:
        start = text.index(term.text, end)
        end = start + len(term.text)
        styles[start:end] = [STYLES[term.tone]] * len(term.text)
    lines, end = [], 0
    for line in screen.wrapped(text):
        start = text.index(line, end)
        end = start + len(line)
        lines.append(_line(_runs(line, styles[start:end]), screen, rtl=rtl))
    return "".join(lines)


def _runs(line: str, styles: list[str]) -> list[tuple[str, str]]:
    """Return the runs of a line that have one style, each with its style."""
    runs = groupby(zip(line, styles, strict=True), key=itemgetter(1))
    return [("".join(letter for letter, _ in run), style) for style, run in runs]


def _line(runs: Iterable[tuple[str, str]], screen: Screen, *, rtl: bool) -> str:
    """Return runs as a line, from the right if `ogp` orders the text itself."""
    shown = [(screen.show(text, rtl=rtl), style) for text, style in runs]
    if rtl and screen.bidi != "none":
        shown.reverse()
    margin = screen.margin("".join(text for text, _ in shown), rtl=rtl)
    return margin + "".join(screen.style(text, style) for text, style in shown) + "\n"


def _cells(table: Table, row: Row) -> Line:
    cells: list[Cell] = []
    for column in table.shown:
        cell = row.cells[column.key]
        if not column.alert:
            tone = cell.tone or ("ended" if row.ended else "")
            cells.append(Cell(clean(cell.text), tone=tone))
        elif cell.text:
            said = cells[-1].text or clean(column.alert.format(text=cell.text))
            cells[-1] = Cell(said, tone="alert")
    return [cell if cell.text else cell._replace(text="—") for cell in cells]


def _body(table: Table, screen: Screen) -> str:
    """Return the labels, a rule and the rows, with an empty line between groups."""
    columns = [column for column in table.shown if not column.alert]
    labels = [Cell(column.label, tone="heading") for column in columns]
    groups = [
        (
            clean(f"{group.name} ({len(group.rows)})") if group.name else "",
            [_cells(table, row) for row in group.rows],
        )
        for group in table.groups
    ]
    measured = [labels, *(row for _, rows in groups for row in rows)]
    if screen.room:
        measured += [_heading_row(heading, columns) for heading, _ in groups]
    mirrored = table.rtl and screen.bidi != "none"
    widths = fitted(columns, measured, screen.room, mirrored=mirrored)
    if not widths:
        return screen.lines("\n".join(_running(labels, groups, rtl=table.rtl)), rtl=table.rtl)
    layout = Layout(widths, screen, mirrored)
    lines = [*layout.lines(labels, low=True), layout.rule]
    for heading, rows in groups:
        if heading and screen.room:
            lines += layout.lines(_heading_row(heading, columns))
        elif heading:
            lines.append(screen.show(heading, rtl=table.rtl))
        lines += [line for row in rows for line in layout.lines(row)]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _heading_row(heading: str, columns: Sequence[Column]) -> Line:
    """Return a row with a heading in the first column that wraps."""
    place = next((i for i, column in enumerate(columns) if column.min_width), 0)
    return [Cell(heading if i == place else "", tone="heading") for i in range(len(columns))]


def _running(labels: Line, groups: Iterable[tuple[str, list[Line]]], *, rtl: bool) -> Iterator[str]:
    """Yield each row as running text, its cells in the order of the language."""
    gap = GAP + mark("ar" if rtl else "en")
    yield gap.join(cell.text for cell in labels)
    for heading, rows in groups:
        if heading:
            yield heading
        yield from (gap.join(cell.text for cell in row) for row in rows)
