"""Formats, one file each. They render documents and tables, and know nothing of plans."""

from collections.abc import Callable

from ogp_cli.present.content.document import Document
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import (
    csv,
    docx,
    html,
    json,
    markdown,
    markdown_table,
    pdf,
    records,
    terminal,
    text,
    xlsx,
)
from ogp_cli.present.formats.target import Target

# A format returns text, or the bytes of a binary file.
DOCUMENT: dict[str, Callable[[Document, Target], str | bytes]] = {
    "text": text.render,
    "json": json.render,
    "markdown": markdown.render,
    "md": markdown.render,
    "html": html.render,
    "docx": docx.render,
    "pdf": pdf.render,
}
TABLE: dict[str, Callable[[Table, Target], str | bytes]] = {
    "table": terminal.render,
    "records": records.render,
    "json": json.render,
    "csv": csv.render,
    "markdown": markdown_table.render,
    "xlsx": xlsx.render,
}

__all__ = ["DOCUMENT", "TABLE", "Target"]
