"""Documents as PDF, tagged for readers and for archives, set by Typst in the font Amiri."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

from ogp_cli.documents.document import Document
from ogp_cli.documents.templates import beside, folder_of
from ogp_cli.documents.templates import render as render_template
from ogp_cli.errors import OgpError, missing
from ogp_cli.lang.direction import direction
from ogp_cli.lang.phrase import Phrase, plain

# Accessibility (ISO 14289-1) and preservation (ISO 19005-2), both with all text as Unicode.
_STANDARDS = ["ua-1", "a-2a"]
_TEMPLATE = "minutes.typ.j2"


def render(document: Document, root: Path) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the meeting.

    Raises `OgpError` where the extra `documents` is not installed, or the template is wrong.
    """
    try:
        import fontpkg_amiri  # noqa: PLC0415 - an extra, and heavy
        import manimgx_fonts  # noqa: PLC0415
        import typst  # noqa: PLC0415
    except ImportError as error:
        raise missing(error) from error
    filters = {
        "phrase": lambda phrase: markup(phrase, document.language),
        "string": lambda value: literal(value if isinstance(value, str) else plain(value)),
    }
    source = render_template(_TEMPLATE, document, root, filters=filters, autoescape=False)
    folder = folder_of(_TEMPLATE, root)
    day = document.day or dt.date(1970, 1, 1)
    shipped = [fontpkg_amiri.ROOT / "files", Path(manimgx_fonts.__file__).parent]
    # The package's types want one type for the source and for every path.
    options: dict[str, Any] = {
        "root": folder,
        "font_paths": [*shipped, beside(root)],
        "ignore_system_fonts": True,
        "pdf_standards": _STANDARDS,
        "timestamp": dt.datetime.combine(day, dt.time(), dt.UTC),
    }
    try:
        data, warnings = typst.compile_with_warnings(source.encode(), format="pdf", **options)
    except typst.TypstError as error:
        raise _failure(f"{error}{_line(error.diagnostic, source)}") from error
    if warnings:  # a font that is missing, most often: the page would lack letters
        raise _failure(warnings[0].message)
    return bytes(data)


def _line(diagnostic: str, source: str) -> str:
    """Return the line that Typst complains of, as it reads once the tags are filled in."""
    place = re.search(r"\.typ:(\d+):\d+", diagnostic)
    lines = source.splitlines()
    if place is None or int(place[1]) > len(lines):
        return ""
    return f", in the line “{lines[int(place[1]) - 1].strip()[:80]}”"


def _failure(said: str) -> OgpError:
    letters = re.search(r"the text `\"(.+)\"` could not be displayed", said)
    if letters:
        hint = "put a font that has it into the folder templates/ beside the data"
        return OgpError(f"no font of the PDF has “{letters[1]}”", hint)
    return OgpError(f"template {_TEMPLATE}: {said}", "correct the file in the folder templates/")


def literal(text: str) -> str:
    """Return text as a string of Typst, in which nothing is code."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    return f'"{escaped}"'


def markup(phrase: Phrase, language: str) -> str:
    """Return a phrase as code of Typst, what is in another language than `language` marked."""
    runs = (
        literal(run.text)
        if run.lang == language
        else f"foreign({literal(run.lang)}, {direction(run.lang)}, {literal(run.text)})"
        for run in phrase
    )
    return "[" + "".join(f"#{run}" for run in runs) + "]"
