"""A table as a block of lines for each row, for screens too narrow for columns."""

from collections.abc import Iterator

from ogp_cli.present.content.table import Row, Table
from ogp_cli.present.formats.target import Target
from ogp_cli.terminal.clean import clean


def render(table: Table, target: Target) -> str:
    """Return the title and the summary, then each row, line by line."""
    sentences = filter(None, (table.title, *table.summary, table.alert))
    head = "".join(f"{clean(sentence)}\n" for sentence in sentences)
    return target.screen.lines("\n".join([head, *_blocks(table)]), rtl=table.rtl)


def _blocks(table: Table) -> Iterator[str]:
    for group in table.groups:
        if group.name:
            yield clean(f"== {group.name} ({len(group.rows)})") + "\n"
        for row in group.rows:
            yield "".join(_lines(table, row))


def _lines(table: Table, row: Row) -> Iterator[str]:
    for column in table.shown:
        text = clean(row.cells[column.key].text)
        if text:
            yield f"{column.label}{table.language.minutes.label} {text}\n"
