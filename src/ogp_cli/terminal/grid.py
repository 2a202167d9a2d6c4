"""A table for people: fitted to a screen, or one line per row without a screen width."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ogp_cli.lang.direction import mark
from ogp_cli.terminal.cells import Cell, Column, Group
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.screen import Screen, width

_GAP = "  "
_NOTHING = "—"
# No column is padded further; otherwise one long text would make every row long.
_WIDEST = 500
_FLOOR = 8  # columns; if a column that wraps would get less, there is no table
_MOST = 200  # rows; rich takes half a millisecond for each


def table(
    columns: Sequence[Column], groups: Iterable[Group], screen: Screen, *, rtl: bool = False
) -> str:
    """Return the lines of a table, in the colours of the screen.

    In a right-to-left language (`rtl`), the first column is at the right if `ogp` orders the text
    itself. Above 200 rows, or if the columns do not fit, each row is a line of text.
    """
    cleaned = [_cleaned(group) for group in groups]
    if screen.room is None:
        return _plain(columns, cleaned, screen, rtl=rtl)
    widths = _widths(columns, cleaned)
    kept = _kept(columns, widths, screen.room)
    if not kept or sum(len(group.rows) for group in cleaned) > _MOST:
        return _running(columns, cleaned, screen, rtl=rtl)
    from ogp_cli.terminal.fitted import fitted  # noqa: PLC0415 - rich takes 30 ms

    shown = [columns[index] for index in kept], [widths[index] for index in kept]
    return fitted(*shown, _only(kept, cleaned), screen, rtl=rtl)


def _cleaned(group: Group) -> Group:
    """Return a group with texts that are safe for the terminal, and without empty cells."""
    rows = [[Cell(clean(text) or _NOTHING, style) for text, style in row] for row in group.rows]
    return Group(clean(group.heading), rows)


def _widths(columns: Sequence[Column], groups: Sequence[Group]) -> list[int]:
    """Return the width of each column without wrapping."""
    rows = [[cell.text for cell in row] for group in groups for row in group.rows]
    texts = zip([column.label for column in columns], *rows, strict=True)
    return [min(max(map(width, each)), _WIDEST) for each in texts]


def _kept(columns: Sequence[Column], widths: Sequence[int], room: int) -> list[int]:
    """Return the indexes of the columns that fit; none if there is too little room."""
    least = {
        i: min(each.least or width, width)
        for i, (each, width) in enumerate(zip(columns, widths, strict=True))
    }
    for index in sorted(least, key=lambda i: -columns[i].leaves):
        if columns[index].leaves and _total(least.values()) > room:
            del least[index]
    floor = [min(each, _FLOOR) if columns[i].least else each for i, each in least.items()]
    return list(least) if _total(floor) <= room else []


def _total(widths: Collection[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _only(kept: Sequence[int], groups: Iterable[Group]) -> list[Group]:
    return [
        Group(group.heading, [[row[index] for index in kept] for row in group.rows])
        for group in groups
    ]


def _running(
    columns: Sequence[Column], groups: Iterable[Group], screen: Screen, *, rtl: bool
) -> str:
    """Return each row as wrapped text, its cells in the order of the language."""
    gap = _GAP + mark("ar" if rtl else "en")
    lines = [gap.join(column.label for column in columns)]
    for group in groups:
        lines += [group.heading] if group.heading else []
        lines += [gap.join(cell.text for cell in row) for row in group.rows]
    return screen.lines("\n".join(lines), rtl=rtl)


def _plain(columns: Sequence[Column], groups: list[Group], screen: Screen, *, rtl: bool) -> str:
    """Return each row as one line, padded so that the columns are aligned."""
    widths = _widths(columns, groups)
    mirrored = rtl and screen.bidi != "none"

    def line(row: Iterable[Cell | Column]) -> str:
        padded = [
            _padded(screen.show(each[0]), width, right=mirrored)
            for each, width in zip(row, widths, strict=True)
        ]
        return _GAP.join(reversed(padded) if mirrored else padded).rstrip()

    def lines(group: Group) -> Iterator[str]:
        if group.heading:
            yield screen.show(group.heading, rtl=rtl)
        yield from map(line, group.rows)

    parts = ["\n".join(lines(group)) for group in groups]
    return "\n".join([line(columns), "─" * _total(widths), "\n\n".join(parts)]).rstrip("\n") + "\n"


def _padded(text: str, wide: int, *, right: bool) -> str:
    space = " " * (wide - width(text))
    return space + text if right else text + space
