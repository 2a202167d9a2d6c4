"""Markdown: readable as text, and right-to-left on GitHub and GitLab."""

import re
from functools import partial

from ogp_cli.lang.rich_text import RichText, Run
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates
from ogp_cli.present.formats.html import markup

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$@&^!]")
_AT_START = re.compile(r"(?:[-+=]|\d+(?=[.)]))")


def render(document: Document, target: Target) -> str:
    """Return the text. Raises `OgpError` if the template is wrong."""
    html = partial(markup, language=document.language.code)
    return templates.render(document, "md.j2", target, _drawn, html=html)


def _drawn(text: RichText, _: str) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    return f"[{escape(run.text)}](<{run.link}>)" if run.link else escape(run.text)


def escape(text: str) -> str:
    r"""Return text so that Markdown shows it literally: `*` becomes `\*`, `1.` becomes `1\.`."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _AT_START.match(text)
    if start and start[0].isdigit():
        return f"{start[0]}\\{text[start.end() :]}"
    return f"\\{text}" if start else text
