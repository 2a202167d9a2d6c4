"""A document as one self-contained HTML page."""

import re

from markupsafe import Markup

from ogp_cli.lang.direction import direction
from ogp_cli.lang.rich_text import RichText, Run, plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates

_RANGE = re.compile(r"(\d+(?:[-–]\d+)+)")


def render(document: Document, target: Target) -> str:
    """Return the page. Raises `OgpError` if the template is wrong."""
    return templates.render(document, "html.j2", target, markup, plain=plain)


def markup(text: RichText, language: str) -> Markup:
    """Return rich text as HTML: escaped, with its links, marked if it is in another language."""
    return Markup("").join(_run(run, language) for run in text)


def _run(run: Run, language: str) -> Markup:
    shown = _text(run.text)
    if run.lang != language:
        foreign = Markup('<span lang="{}" dir="{}">{}</span>')
        shown = foreign.format(run.lang, direction(run.lang), shown)
    return Markup('<a href="{}">{}</a>').format(run.link, shown) if run.link else shown


def _text(text: str) -> Markup:
    """Escape text; a range of numbers, as in 2024-2027, does not break at its hyphen."""
    whole = Markup('<span class="nb">{}</span>')
    parts = _RANGE.split(text)  # text between ranges at even indexes, ranges at odd ones
    return Markup("").join(
        whole.format(part) if index % 2 else part for index, part in enumerate(parts)
    )
