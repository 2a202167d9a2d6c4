"""Minutes as one self-contained HTML page."""

from pathlib import Path

from markupsafe import Markup

from ogp_cli.documents.document import Document
from ogp_cli.documents.templates import render as render_template
from ogp_cli.lang import is_rtl
from ogp_cli.lang.phrase import Phrase, plain


def render(document: Document, root: Path) -> bytes:
    """Return the page, in UTF-8."""
    filters = {"phrase": lambda phrase: markup(phrase, document.language), "plain": plain}
    page = render_template("minutes.html.j2", document, root, filters=filters, autoescape=True)
    return page.encode()


def markup(phrase: Phrase, language: str) -> Markup:
    """Return a phrase as HTML: text escaped, what is in another language than `language` marked."""
    foreign = Markup('<span lang="{}" dir="{}">{}</span>')
    return Markup("").join(
        run.text
        if run.lang == language
        else foreign.format(run.lang, _direction(run.lang), run.text)
        for run in phrase
    )


def _direction(language: str) -> str:
    return "rtl" if is_rtl(language) else "ltr"
