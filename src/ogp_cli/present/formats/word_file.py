"""What a Word file needs beside its text: direction, languages, properties, fixed bytes."""

import datetime as dt
import io
import zipfile
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ogp_cli.lang.rich_text import plain
from ogp_cli.present.content.document import Document

Word = Any  # python-docx's objects; it has types for few of them


def finish(word: Word, document: Document) -> None:
    """Give a filled document its direction, its languages and its properties."""
    if document.direction == "rtl":
        _turn(word)
    _name_languages(word)
    _set_language(word, document)
    _set_properties(word, document)


def _turn(word: Word) -> None:
    """Make sections, paragraph styles and paragraphs right-to-left."""
    for section in word.sections:
        properties = section._sectPr  # noqa: SLF001 - no public way
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"
        )
    for style in word.styles:
        if style.type == 1:
            _mark(style.element.get_or_add_pPr())
    for part in (word.element.body, *_margins(word)):
        for paragraph in part.iter(qn("w:p")):
            _mark(paragraph.get_or_add_pPr())


def _margins(word: Word) -> list[Word]:
    """Return the headers and footers. Only the relations point to the filled ones."""
    kinds = ("/header", "/footer")
    return [
        relation.target_part.element
        for relation in word.part.rels.values()
        if relation.reltype.endswith(kinds)
    ]


# The elements of w:pPr that must come after w:bidi.
_AFTER_BIDI = (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


def _mark(properties: Word) -> None:
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), *(f"w:{name}" for name in _AFTER_BIDI)
        )


def _name_languages(word: Word) -> None:
    """Set the language of right-to-left text: docxtpl sets it only for left-to-right text."""
    for properties in word.element.body.iter(qn("w:rPr")):
        language = properties.find(qn("w:lang"))
        if language is not None and properties.find(qn("w:rtl")) is not None:
            language.set(qn("w:bidi"), language.get(qn("w:val")))


def _set_language(word: Word, document: Document) -> None:
    """Set the language for spelling and screen readers, also for complex scripts."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for properties in defaults.iter(qn("w:rPr")):
        language = properties.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            properties.append(language)
        language.set(qn("w:val"), document.locale)
        language.set(qn("w:bidi"), document.locale)


def _set_properties(word: Word, document: Document) -> None:
    day = document.day or dt.date(1980, 1, 1)
    properties = word.core_properties
    properties.title = plain(document.title)
    properties.language = document.locale
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001
    properties.revision = 1


def save(word: Word, document: Document) -> bytes:
    """Return the file's bytes, every part of the archive dated by the document."""
    written, dated = io.BytesIO(), io.BytesIO()
    word.save(written)
    day = max(document.day or dt.date.min, dt.date(1980, 1, 1))  # the earliest date in an archive
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(dated, "w") as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return dated.getvalue()
