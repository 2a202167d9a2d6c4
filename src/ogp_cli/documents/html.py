"""Minutes as one self-contained HTML page."""

import re
from pathlib import Path

from markupsafe import Markup

from ogp_cli.documents.document import Document
from ogp_cli.documents.templates import render as render_template
from ogp_cli.lang.direction import direction
from ogp_cli.lang.phrase import Phrase, plain

_RANGE = re.compile(r"(\d+(?:[-–]\d+)+)")


def render(document: Document, root: Path) -> str:
    """Return the page."""
    filters = {"phrase": lambda phrase: markup(phrase, document.language), "plain": plain}
    return render_template("minutes.html.j2", document, root, filters=filters, autoescape=True)


def markup(phrase: Phrase, language: str) -> Markup:
    """Return a phrase as HTML: text escaped, what is in another language than `language` marked."""
    foreign = Markup('<span lang="{}" dir="{}">{}</span>')
    return Markup("").join(
        _text(run.text)
        if run.lang == language
        else foreign.format(run.lang, direction(run.lang), _text(run.text))
        for run in phrase
    )


def _text(text: str) -> Markup:
    """Escape text; a range of numbers, as in 2024-2027, does not break at its hyphen."""
    whole = Markup('<span style="white-space: nowrap">{}</span>')
    parts = _RANGE.split(text)  # what is between ranges, and at odd places the ranges
    return Markup("").join(
        whole.format(part) if index % 2 else part for index, part in enumerate(parts)
    )
