"""A document as one self-contained HTML page."""

import re

from markupsafe import Markup

from ogp_cli.lang.direction import direction
from ogp_cli.lang.rich_text import RichText, plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates

_RANGE = re.compile(r"(\d+(?:[-–]\d+)+)")


def render(document: Document, target: Target) -> str:
    """Return the page. Raises `OgpError` if the template is wrong."""
    return templates.render(document, "html.j2", target, markup, plain=plain)


def markup(text: RichText, language: str) -> Markup:
    """Return rich text as HTML: escaped, and marked if it is in another language."""
    foreign = Markup('<span lang="{}" dir="{}">{}</span>')
    return Markup("").join(
        _text(run.text)
        if run.lang == language
        else foreign.format(run.lang, direction(run.lang), _text(run.text))
        for run in text
    )


def _text(text: str) -> Markup:
    """Escape text; a range of numbers, as in 2024-2027, does not break at its hyphen."""
    whole = Markup('<span style="white-space: nowrap">{}</span>')
    parts = _RANGE.split(text)  # text between ranges at even indexes, ranges at odd ones
    return Markup("").join(
        whole.format(part) if index % 2 else part for index, part in enumerate(parts)
    )
