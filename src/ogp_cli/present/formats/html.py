"""A document as one self-contained HTML page."""

import re
from functools import cache

from markupsafe import Markup, escape

from ogp_cli.lang.direction import direction
from ogp_cli.lang.rich_text import RichText, Run, plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates

_END = Markup("</span>")
_RANGE = re.compile(r"(\d+(?:[-–]\d+)+)")


def render(document: Document, target: Target) -> str:
    """Return the page. Raises `OgpError` if the template is wrong."""
    return templates.render(document, "html.j2", target, markup, plain=plain)


def markup(text: RichText, language: str) -> Markup:
    """Return rich text as HTML: escaped, with its links, marked if it is in another language."""
    return Markup("").join([_run(run, language) for run in text])


def _run(run: Run, language: str) -> Markup:
    shown = _text(run.text)
    if run.lang != language:
        shown = _foreign(run.lang) + shown + _END
    if run.tone:
        shown = Markup('<span class="{}">{}</span>').format(run.tone, shown)
    return Markup('<a href="{}">{}</a>').format(run.link, shown) if run.link else shown


@cache
def _foreign(language: str) -> Markup:
    return Markup('<span lang="{}" dir="{}">').format(language, direction(language))


def _text(text: str) -> Markup:
    """Escape text; a range of numbers, as in 2024-2027, does not break at its hyphen."""
    if not _RANGE.search(text):
        return escape(text)
    whole = Markup('<span class="nb">{}</span>')
    parts = _RANGE.split(text)  # text between ranges at even indexes, ranges at odd ones
    return Markup("").join(
        whole.format(part) if index % 2 else part for index, part in enumerate(parts)
    )
