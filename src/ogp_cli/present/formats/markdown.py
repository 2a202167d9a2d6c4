"""A document as Markdown: readable as text, and right-to-left on GitHub and GitLab."""

import re

from ogp_cli.lang.rich_text import RichText, plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import templates
from ogp_cli.present.formats.html import markup
from ogp_cli.present.formats.target import Target

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$@&^!]")
_AT_START = re.compile(r"(?:[-+=]|\d+(?=[.)]))")


def render(document: Document, target: Target) -> str:
    """Return the text. Raises `OgpError` if the template is wrong."""

    def html(text: RichText) -> str:
        return str(markup(text, document.language.code))

    def draw(text: RichText) -> str:
        return escape(plain(text))

    return templates.render(document, "md.j2", target, draw, html=html, literal=escape)


def escape(text: str) -> str:
    r"""Return text so that Markdown shows it literally: `*` becomes `\*`, `1.` becomes `1\.`."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _AT_START.match(text)
    if not start:
        return text
    if start[0].isdigit():
        return f"{start[0]}\\{text[start.end() :]}"
    return "\\" + text
