"""Documents as PDF, tagged for screen readers and archives, set by Typst in the font Amiri."""

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import fontpkg_amiri
import typst
import weblate_fonts

from ogp_cli.lang.direction import direction
from ogp_cli.lang.rich_text import RichText, Run, plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates
from ogp_cli.present.formats.inks import INKS

# Accessibility (ISO 14289-1) and preservation (ISO 19005-2), both with all text as Unicode.
_STANDARDS = ["ua-1", "a-2a"]
# What no font has or an archive may not hold: controls, private use, and what is no character.
_NO_LETTER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
_OTHER_LETTERS = Path(weblate_fonts.__file__).parent / "static/weblate_fonts/kurinto/ttf"
# How Typst says that no font has a text, which it writes as Rust does.
_IN_NO_FONT = re.compile(r'the text `"(.+)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
# A box with the code of each sign, as in `U+1F600`.
_NAMED = (
    "it => box(stroke: 0.4pt, inset: 2pt, text(size: 0.7em, dir: ltr, "
    'it.text.codepoints().map(sign => "U+" + upper(str(sign.to-unicode(), base: 16))).join(" ")))'
)
# U+FEFF at the start of a file is its mark; in a text it is nothing to see.
_MARK = "\ufeff"


def render(document: Document, target: Target) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the document.

    Raises `OgpError` if the template is wrong.
    """
    source = templates.render(
        document, "typ.j2", target, markup, string=_string, ink=INKS.__getitem__
    )
    file = templates.file_of(document, "typ.j2", target)
    day = document.day or dt.date(1970, 1, 1)
    shipped = [fontpkg_amiri.ROOT / "files", _OTHER_LETTERS]
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
        data, warnings = _compiled(source, options)
    except typst.TypstError as error:
        place = re.search(r"\.typ:(\d+):\d+", error.diagnostic)
        # The line that Typst reports, with the tags filled in.
        lines = source.splitlines()[int(place[1]) - 1 :][:1] if place else []
        said = "".join([f"{error}", *(f", in the line “{line.strip()[:80]}”" for line in lines)])
        raise templates.wrong(file.name, said, document) from error
    if warnings:  # most often a missing font: the page would lack letters
        raise templates.wrong(file.name, warnings[0].message, document)
    return bytes(data)


def _compiled(source: str, options: dict[str, Any], missing: str = "") -> tuple[bytes, list[Any]]:
    """Return the file and the warnings; where no font has a sign, a box names it.

    `missing` is a pattern of what no font has. Raises `typst.TypstError`.
    """
    named = f"#show regex({literal(missing)}): {_NAMED};" if missing else ""
    try:
        return typst.compile_with_warnings(f"{named}{source}".encode(), format="pdf", **options)
    except typst.TypstError as error:
        found = {
            _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
            for text in _IN_NO_FONT.findall(error.diagnostic)
        }
        if missing or not found:
            raise
        # The longest first: a sign with its marks comes before the sign.
        return _compiled(
            source, options, "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
        )


def _string(value: str | RichText) -> str:
    return literal(value if isinstance(value, str) else plain(value))


def literal(text: str) -> str:
    """Return text as a string of Typst: nothing is code, and what has no letter is U+FFFD."""
    text = _NO_LETTER.sub("\ufffd", text.replace(_MARK, ""))
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    return f'"{escaped}"'


def markup(text: RichText, language: str) -> str:
    """Return rich text as Typst code, with its links, and marked if it is in another language."""
    return "[" + "".join(f"#{_run(run, language)}" for run in text) + "]"


def _run(run: Run, language: str) -> str:
    shown = literal(run.text)
    if run.lang != language:
        shown = f"foreign({literal(run.lang)}, {direction(run.lang)}, {shown})"
    if run.tone:
        shown = f'text(fill: rgb("{INKS[run.tone]}"), {shown})'
    return f"link({literal(run.link)}, {shown})" if run.link else shown
