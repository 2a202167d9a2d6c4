"""Documents as PDF, tagged for screen readers and archives, set by Typst in the font Amiri."""

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import fontpkg_amiri
import manimgx_fonts
import typst

from ogp_cli.errors import OgpError
from ogp_cli.lang.direction import direction
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import RichText, plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates

# Accessibility (ISO 14289-1) and preservation (ISO 19005-2), both with all text as Unicode.
_STANDARDS = ["ua-1", "a-2a"]
# What no font has or an archive may not hold: controls, private use, and what is no character.
_NO_LETTER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
# U+FEFF at the start of a file is its mark; in a text it is nothing to see.
_MARK = "\ufeff"


def render(document: Document, target: Target) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the document.

    Raises `OgpError` if the template is wrong.
    """
    source = templates.render(document, "typ.j2", target, markup, string=_string)
    file = templates.file_of(document, "typ.j2", target)
    day = document.day or dt.date(1970, 1, 1)
    shipped = [fontpkg_amiri.ROOT / "files", Path(manimgx_fonts.__file__).parent]
    # The package's types require one type for the source and all paths.
    options: dict[str, Any] = {
        "root": file.parent,
        "font_paths": [*shipped, target.templates],
        "ignore_system_fonts": True,
        "package_path": os.devnull,  # a template brings what it uses
        "package_cache_path": os.devnull,
        "pdf_standards": _STANDARDS,
        "timestamp": dt.datetime.combine(day, dt.time(), dt.UTC),
    }
    try:
        data, warnings = typst.compile_with_warnings(source.encode(), format="pdf", **options)
    except typst.TypstError as error:
        place = re.search(r"\.typ:(\d+):\d+", error.diagnostic)
        # The line that Typst reports, with the tags filled in.
        lines = source.splitlines()[int(place[1]) - 1 :][:1] if place else []
        said = "".join([f"{error}", *(f", in the line “{line.strip()[:80]}”" for line in lines)])
        raise _failure(said, file.name, document) from error
    if warnings:  # most often a missing font: the page would lack letters
        raise _failure(warnings[0].message, file.name, document)
    return bytes(data)


def _failure(said: str, template: str, document: Document) -> OgpError:
    letters = re.search(r"the text `\"(.+)\"` could not be displayed", said)
    if letters:
        hint = _("put a font that has it into the folder templates/ beside the data")
        return OgpError(_("no font of the PDF has “{letters}”").format(letters=letters[1]), hint)
    return templates.wrong(template, said, document)


def _string(value: str | RichText) -> str:
    return literal(value if isinstance(value, str) else plain(value))


def literal(text: str) -> str:
    """Return text as a string of Typst: nothing is code, and what has no letter is U+FFFD."""
    text = _NO_LETTER.sub("\ufffd", text.replace(_MARK, ""))
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    return f'"{escaped}"'


def markup(text: RichText, language: str) -> str:
    """Return rich text as Typst code, marked if it is in another language."""
    runs = (
        literal(run.text)
        if run.lang == language
        else f"foreign({literal(run.lang)}, {direction(run.lang)}, {literal(run.text)})"
        for run in text
    )
    return "[" + "".join(f"#{run}" for run in runs) + "]"
