"""Minutes as Markdown: readable as text, and right-to-left on a forge."""

from pathlib import Path

from ogp_cli.documents.document import Document
from ogp_cli.documents.html import markup
from ogp_cli.documents.templates import render as render_template
from ogp_cli.lang.phrase import plain
from ogp_cli.markdown import escape


def render(document: Document, root: Path) -> str:
    """Return the text."""
    filters = {
        "phrase": lambda phrase: escape(plain(phrase)),
        "html": lambda phrase: str(markup(phrase, document.language)),
    }
    return render_template("minutes.md.j2", document, root, filters=filters, autoescape=False)
