"""A page of GitHub Flavored Markdown, right-to-left where its language is."""

from collections.abc import Iterable

from ogp_cli.clean import clean
from ogp_cli.lang.language import Language
from ogp_cli.markdown import escape


def page(language: Language, blocks: Iterable[str]) -> str:
    """Return blocks of Markdown as a page."""
    if language.direction == "rtl":
        # The blank line after the opening <div> lets the rest be read as Markdown.
        blocks = [f'<div dir="rtl" lang="{language.code}">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def literal(text: str) -> str:
    """Return text that Markdown shows as it stands, free of control characters."""
    return escape(clean(text))
