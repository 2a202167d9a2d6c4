"""The file formats of a document. Adding one is adding a file and its line here."""

from collections.abc import Callable
from pathlib import Path

from ogp_cli.documents import docx, html, markdown, pdf
from ogp_cli.documents.document import Document

# A format takes the document and the root of the data, and returns text, or the bytes of a file
# that is none.
FORMATS: dict[str, Callable[[Document, Path], str | bytes]] = {
    "md": markdown.render,
    "html": html.render,
    "docx": docx.render,
    "pdf": pdf.render,
}
