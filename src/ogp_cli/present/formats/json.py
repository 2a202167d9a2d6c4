"""JSON for programs."""

from ogp_cli.lang.rich_text import plain
from ogp_cli.present.content.document import Block, Document, Grid, Items
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import Target
from ogp_cli.safe_json import dump

# Changes when a key changes its meaning or is removed.
SCHEMA = 1


def render(content: Document | Table, _: Target) -> str:
    """Return `{"schema": 1, …}` with the facts of a document or a table.

    A table gives its rows under its name, each with the facts of all columns. A document without
    facts gives its text. Things are given by their ids; days and moments are in ISO 8601, moments
    with the offset of the plan's time zone on that day.
    """
    facts = dict(content.facts)
    if isinstance(content, Table):
        rows = ({key: cell.fact for key, cell in row.cells.items()} for row in content.rows)
        facts[content.name] = list(rows)
    elif not facts:
        facts = _text(content)
    return dump({"schema": SCHEMA, **facts}) + "\n"


def _text(document: Document) -> dict[str, object]:
    return {
        "letterhead": list(map(plain, document.letterhead)),
        "title": plain(document.title),
        "fields": [[field.label, plain(field.value)] for field in document.fields],
        "sections": [
            {"name": each.name, "heading": each.heading, "blocks": list(map(_block, each.blocks))}
            for each in document.sections
        ],
    }


def _block(block: Block) -> object:
    match block:
        case Items(items):
            return list(map(plain, items))
        case Grid(groups=groups):
            rows = (row for group in groups for row in group)
            return [["\n".join(map(plain, cell.lines)) for cell in row] for row in rows]
        case _:
            return plain(block.text)
