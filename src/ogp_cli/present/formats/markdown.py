"""Markdown: readable as text, and right-to-left on GitHub and GitLab."""

import re
from collections.abc import Iterable
from functools import partial

from ogp_cli.lang.rich_text import RichText, Run
from ogp_cli.present.content.document import Document
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import Target, templates
from ogp_cli.present.formats.html import markup
from ogp_cli.terminal.clean import clean

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$@&^!]")
_AT_START = re.compile(r"(?:[-+=]|\d+(?=[.)]))")


def render(content: Document | Table, target: Target) -> str:
    """Return the text. Raises `OgpError` if the template of a document is wrong."""
    if isinstance(content, Table):
        return _table(content)
    html = partial(markup, language=content.language.code)
    return templates.render(content, "md.j2", target, _drawn, html=html, literal=escape)


def _drawn(text: RichText, _: str) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    return f"[{escape(run.text)}](<{run.link}>)" if run.link else escape(run.text)


def _table(table: Table) -> str:
    """Return the title, the summary and the rows, as GitHub Flavored Markdown has tables."""
    sentences = filter(None, (*table.summary, table.alert))
    blocks = [f"# {_literal(table.title)}", *map(_literal, sentences)]
    for group in table.groups:
        if group.name:
            blocks.append(f"## {_literal(group.name)} ({len(group.rows)})")
        lines = [_line(column.label for column in table.shown), "|---" * len(table.shown) + "|"]
        lines += [_line(cell.text or "—" for cell in table.cells(row)) for row in group.rows]
        blocks.append("\n".join(lines))
    if table.rtl:
        # The blank line after the opening <div> lets the rest be read as Markdown.
        blocks = [f'<div dir="rtl" lang="{table.language.code}">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _line(texts: Iterable[str]) -> str:
    return "| " + " | ".join(map(_literal, texts)) + " |"


def _literal(text: str) -> str:
    return escape(clean(text))


def escape(text: str) -> str:
    r"""Return text so that Markdown shows it literally: `*` becomes `\*`, `1.` becomes `1\.`."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _AT_START.match(text)
    if start and start[0].isdigit():
        return f"{start[0]}\\{text[start.end() :]}"
    return f"\\{text}" if start else text
