"""Documents: composed once as plain data from the plan, then laid out by one file a format."""

from collections.abc import Callable
from pathlib import Path

from ogp_cli.documents import html, markdown
from ogp_cli.documents.document import Document

# A format takes the document and the root of the data, and returns the bytes of a file.
FORMATS: dict[str, Callable[[Document, Path], bytes]] = {
    "md": markdown.render,
    "html": html.render,
}
