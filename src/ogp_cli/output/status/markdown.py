"""The plan as a table of GitHub Flavored Markdown, right-to-left where its language is."""

from collections.abc import Iterable

from ogp_cli.clean import clean
from ogp_cli.markdown import escape
from ogp_cli.output.status.columns import cells, labels
from ogp_cli.output.status.overview import Overview


def render(overview: Overview) -> str:
    """Return the title, the balance and the table; texts are shown as they stand."""
    names = labels(overview.language)
    table = [_line(names), "|---" * len(names) + "|"]
    table += [_line(cell or "—" for cell in cells(row)) for row in overview.rows]
    blocks = [f"# {_text(overview.title)}", _text(overview.balance), "\n".join(table)]
    if overview.language.direction == "rtl":
        # The blank line after the opening <div> lets the rest be read as Markdown.
        blocks = [f'<div dir="rtl" lang="{overview.language.code}">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _line(texts: Iterable[str]) -> str:
    return "| " + " | ".join(map(escape, texts)) + " |"


def _text(text: str) -> str:
    return escape(clean(text))
