"""Plain text for a terminal, for any width and any script: no line has columns."""

from collections.abc import Iterator

from ogp_cli.lang.rich_text import RichText
from ogp_cli.present.content.document import (
    Block,
    Document,
    Grid,
    GridRow,
    Heading,
    Items,
    NumberedItems,
    Paragraph,
    Signatures,
)
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import Target
from ogp_cli.terminal.clean import clean


def render(content: Document | Table, target: Target) -> str:
    """Return the text, wrapped at the width of the screen. A row of a table is a block of lines."""
    lines = _records(content) if isinstance(content, Table) else _lines(content)
    text = "".join(f"{clean(line)}\n" for line in lines)
    return target.screen.lines(text, rtl=content.language.direction == "rtl")


def _records(table: Table) -> Iterator[str]:
    yield from filter(None, (table.title, *table.summary, table.alert))
    for group in table.groups:
        if group.name:
            yield from ("", f"== {group.name} ({len(group.rows)})")
        for row in group.rows:
            yield ""
            for column in table.shown:
                if text := row.cells[column.key].text:
                    yield f"{column.label}{table.language.colon} {text}"


def _lines(document: Document) -> Iterator[str]:
    yield from map(_text, document.letterhead)
    yield _text(document.title)
    if document.subtitle:
        yield _text(document.subtitle)
    for field in document.fields:
        yield f"  {field.label} {_text(field.value)}"
    indent = ""  # blocks before the first heading are below the title
    for section in document.sections:
        if section.blocks and section.heading:
            indent = "  "
            yield from ("", section.heading)
        for block in section.blocks:
            yield from (indent + line for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Paragraph(text):
            yield _text(text)
        case Items(items):
            yield from (f"- {_text(item)}" for item in items)
        case NumberedItems(items):
            for label, text, details in items:
                yield f"{label} {_text(text)}"
                yield from (f"    - {_text(each)}" for each in details)
        case Signatures(signers):
            yield from (" – ".join(_text(each) for each in who if each) for who in signers)
        case Grid(groups=groups):
            for group in groups:
                yield from _group(group)


def _text(text: RichText) -> str:
    """Return the text, with the addresses that it leads to."""
    return "".join(f"{run.text} <{run.link}>" if run.link else run.text for run in text)


def _group(group: tuple[GridRow, ...]) -> Iterator[str]:
    """Yield the cells of each row on one line, then the items that the rows share."""
    for row in group:
        cells = (cell.lines for cell in row if not cell.bullets)
        yield " | ".join(" / ".join(_text(line) for line in lines if line) for lines in cells)
    for row in group:
        for cell in row:
            if cell.bullets:
                yield from (f"    - {_text(line)}" for line in cell.lines)
