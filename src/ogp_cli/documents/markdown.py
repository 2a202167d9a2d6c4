"""Minutes as Markdown: readable as text, and right-to-left on a forge."""

import re
from pathlib import Path

from ogp_cli.documents.document import Document
from ogp_cli.documents.html import markup
from ogp_cli.documents.templates import render as render_template
from ogp_cli.lang.phrase import plain

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$@&^!]")
_AT_START = re.compile(r"(?:[-+=]|\d+(?=[.)]))")


def render(document: Document, root: Path) -> bytes:
    """Return the text, in UTF-8."""
    filters = {
        "phrase": lambda phrase: escape(plain(phrase)),
        "html": lambda phrase: str(markup(phrase, document.language)),
    }
    text = render_template("minutes.md.j2", document, root, filters=filters, autoescape=False)
    return text.encode()


def escape(text: str) -> str:
    r"""Return text so that Markdown shows it as it stands: `*` becomes `\*`, `1.` becomes `1\.`."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _AT_START.match(text)
    if not start:
        return text
    if start[0].isdigit():
        return f"{start[0]}\\{text[start.end() :]}"
    return "\\" + text
