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
from ogp_cli.present.formats.limits import limited
from ogp_cli.present.formats.target import Target
from ogp_cli.present.formats.templates import DEFAULTS

# A format returns text, or the bytes of a binary file.
DOCUMENT: dict[str, Callable[[Document, Target], str | bytes]] = {
    "text": text.render,
    "json": json.render,
    "markdown": limited(markdown.render),
    "md": limited(markdown.render),
    "html": limited(html.render),
    "docx": limited(docx.render),
    "pdf": limited(pdf.render),
}
TABLE: dict[str, Callable[[Table, Target], str | bytes]] = {
    "table": terminal.render,
    "records": records.render,
    "json": json.render,
    "csv": csv.render,
    "markdown": markdown_table.render,
    "xlsx": xlsx.render,
}

__all__ = ["DEFAULTS", "DOCUMENT", "TABLE", "Target"]
