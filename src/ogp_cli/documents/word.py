"""What Word's format needs beyond the template: direction, spans, properties, fixed bytes."""

import datetime as dt
import io
import zipfile
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ogp_cli.documents.document import Document, Table
from ogp_cli.lang.phrase import plain

Word = Any  # python-docx's objects; it has types for few of them


def finish(word: Word, document: Document) -> None:
    """Give a filled document its direction, its spans and its properties."""
    if document.direction == "rtl":
        _turn(word)
    tables = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    for drawn, table in zip(word.tables, tables, strict=False):
        _lay_out(drawn, table, rtl=document.direction == "rtl")
    _name_languages(word)
    _set_language(word, document)
    _set_properties(word, document)


def _turn(word: Word) -> None:
    """Make everything right-to-left: sections, styles of paragraphs, paragraphs."""
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
    """Return the headers and footers, by their relations: the filled ones are known only there."""
    kinds = ("/header", "/footer")
    return [
        relation.target_part.element
        for relation in word.part.rels.values()
        if relation.reltype.endswith(kinds)
    ]


# What follows w:bidi in the schema of w:pPr; it has to stand before them.
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


def _lay_out(drawn: Word, table: Table, *, rtl: bool) -> None:
    if rtl:
        _mark_table(drawn)
    first = 1
    for group in table.groups:
        rows = drawn.rows[first : first + len(group)]
        first += len(group)
        for row in rows[:-1]:
            _keep_with_next(row)
        for column, cell in enumerate(group[0]):
            if cell.rows > 1:
                _span(rows, column)
    _drop_bullets(drawn)


def _mark_table(drawn: Word) -> None:
    properties = drawn._tbl.tblPr  # noqa: SLF001
    if properties.find(qn("w:bidiVisual")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidiVisual"), "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW",
            "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout",
            "w:tblCellMar", "w:tblLook",
        )  # fmt: skip


def _keep_with_next(row: Word) -> None:
    for paragraph in row._tr.iter(qn("w:p")):  # noqa: SLF001
        properties = paragraph.get_or_add_pPr()
        properties.get_or_add_keepNext()


def _span(rows: list[Word], column: int) -> None:
    for index, row in enumerate(rows):
        row._tr.tc_lst[column].vMerge = "continue" if index else "restart"  # noqa: SLF001


def _drop_bullets(drawn: Word) -> None:
    """Take the bullet from a cell that is empty."""
    for row in drawn.rows[1:]:
        for paragraph in row._tr.iter(qn("w:p")):  # noqa: SLF001
            if not "".join(paragraph.itertext()).strip():
                paragraph.style = "TableText"


def _name_languages(word: Word) -> None:
    """Say of text from right to left what language it is in: docxtpl says it of Latin text only."""
    for properties in word.element.body.iter(qn("w:rPr")):
        language = properties.find(qn("w:lang"))
        if language is not None and properties.find(qn("w:rtl")) is not None:
            language.set(qn("w:bidi"), language.get(qn("w:val")))


def _set_language(word: Word, document: Document) -> None:
    """Name the language of the text for spelling and for readers, of complex scripts too."""
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
    day = max(document.day or dt.date.min, dt.date(1980, 1, 1))  # what an archive can date
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(dated, "w") as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return dated.getvalue()
