"""A document as plain text for a terminal: no table, so that any width and any script will do."""

from collections.abc import Iterator

from ogp_cli.clean import clean
from ogp_cli.documents.document import Block, Cell, Document, Heading, Items, Paragraph, Table
from ogp_cli.lang.phrase import plain


def render(document: Document) -> str:
    """Return the text, every line of the data on one line."""
    return "".join(f"{clean(line)}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    yield plain(document.title)
    for field in document.fields:
        yield f"  {field.label} {plain(field.value)}"
    for section in document.sections:
        yield ""
        yield section.heading
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Paragraph(text):
            yield f"  {plain(text)}"
        case Items(items):
            yield from (f"  - {plain(item)}" for item in items)
        case Table(groups=groups):
            for group in groups:
                yield from _group(group)


def _group(group: tuple[tuple[Cell, ...], ...]) -> Iterator[str]:
    """Give the cells of each row in a line, and below them the items that the rows share."""
    for row in group:
        cells = (" / ".join(map(plain, cell.lines)) for cell in row if not cell.bullets)
        yield "  " + " | ".join(cells)
    for row in group:
        for cell in row:
            if cell.bullets:
                yield from (f"      - {plain(line)}" for line in cell.lines)
