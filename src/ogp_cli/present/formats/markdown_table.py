"""A table in GitHub Flavored Markdown, right-to-left if its language is."""

from collections.abc import Iterable, Iterator

from ogp_cli.present.content.table import Group, Table
from ogp_cli.present.formats.markdown import escape
from ogp_cli.present.formats.target import Target
from ogp_cli.terminal.clean import clean


def render(table: Table, _: Target) -> str:
    """Return the title, the summary and the rows; texts are shown literally."""
    sentences = filter(None, (*table.summary, table.alert))
    blocks = [f"# {_literal(table.title)}", *map(_literal, sentences)]
    blocks += [block for group in table.groups for block in _group(table, group)]
    if table.rtl:
        # The blank line after the opening <div> lets the rest be read as Markdown.
        blocks = [f'<div dir="rtl" lang="{table.language.code}">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _group(table: Table, group: Group) -> Iterator[str]:
    if group.name:
        yield f"## {_literal(group.name)} ({len(group.rows)})"
    lines = [_line(column.label for column in table.shown), "|---" * len(table.shown) + "|"]
    lines += [
        _line(row.cells[column.key].text or "—" for column in table.shown) for row in group.rows
    ]
    yield "\n".join(lines)


def _line(texts: Iterable[str]) -> str:
    return "| " + " | ".join(map(_literal, texts)) + " |"


def _literal(text: str) -> str:
    return escape(clean(text))
