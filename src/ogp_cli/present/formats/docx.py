"""Documents for Word, filled into a template that can be edited and restyled in Word.

The template has the styles, the letterhead, and a tag for each section. `word_blocks` draws the
content of a section. Here the file gets its direction, its languages, its properties, and a date.
"""

import datetime as dt
import io
import zipfile
from types import SimpleNamespace
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from markupsafe import Markup

from ogp_cli.archive import EARLIEST, packed
from ogp_cli.errors import OgpError
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import plain
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates
from ogp_cli.present.formats.word_blocks import Drawing
from ogp_cli.present.formats.word_package import detach, unwanted

Word = Any  # python-docx's objects; it has types for few of them

# The elements of w:pPr that must come after w:bidi.
_AFTER_BIDI = (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_HINT = N_("remove it in Word; docs/templates.md says what a template of Word may have")


def render(document: Document, target: Target) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the document.

    Raises `OgpError` if the template is wrong, or has what no document may have.
    """
    file = templates.file_of(document, "docx", target)
    try:
        template = DocxTemplate(file)
        sandbox = templates.environment(target, autoescape=True)
        template.render(_context(document, template), sandbox, autoescape=True)
    except Exception as error:  # docxtpl, lxml and zipfile raise many kinds
        raise templates.wrong(file.name, error, document) from error
    word = template.docx
    detach(word)
    if document.direction == "rtl":
        _turn(word)
    _set_languages(word, document)
    _set_properties(word, document)
    for found in unwanted(word):
        raise OgpError(_("template {name}: {found}").format(name=file.name, found=found), _(_HINT))
    return _save(word, document)


def _context(document: Document, template: DocxTemplate) -> dict[str, SimpleNamespace]:
    """Return the document by the template's tags: texts and sections as Word's XML."""
    draw = Drawing(document, template)
    named: dict[str, Markup] = {}
    drawn = [draw.section(section) for section in document.sections]
    for section, xml in zip(document.sections, drawn, strict=True):
        named[section.name] = named.get(section.name, Markup()) + xml
    before, _, rest = document.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    view = SimpleNamespace(
        letterhead=draw.letterhead(document.letterhead),
        dateline=draw.dateline(document.dateline),
        title=draw.text(document.title),
        subtitle=draw.text(document.subtitle),
        date=document.date,
        fields=[
            SimpleNamespace(label=draw.label(field.label), value=draw.text(field.value))
            for field in document.fields
        ],
        page=[before, between, after],
        all=Markup().join(drawn),
        **named,
    )
    return {"document": view, document.kind: view}


def _turn(word: Word) -> None:
    """Make sections, paragraph styles, paragraphs and runs right-to-left.

    A run that names its language is drawn by `word_blocks` and knows its direction.
    """
    for section in word.sections:
        properties = section._sectPr  # noqa: SLF001 - no public way
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"
        )
    for style in word.styles:
        if style.type == 1:
            _mark(style.element.get_or_add_pPr())
    relations = word.part.rels.values()  # only they point to the filled headers and footers
    margins = [each for each in relations if each.reltype.endswith(("/header", "/footer"))]
    for part in (word.element.body, *(each.target_part.element for each in margins)):
        for paragraph in part.iter(qn("w:p")):
            _mark(paragraph.get_or_add_pPr())
        for run in part.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            if properties.find(qn("w:lang")) is None:
                properties.append(OxmlElement("w:rtl"))


def _mark(properties: Word) -> None:
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), *(f"w:{name}" for name in _AFTER_BIDI)
        )


def _set_languages(word: Word, document: Document) -> None:
    """Set the language for spelling and screen readers, also for complex scripts.

    docxtpl sets that of a run only for left-to-right text.
    """
    for properties in word.element.body.iter(qn("w:rPr")):
        language = properties.find(qn("w:lang"))
        if language is not None and properties.find(qn("w:rtl")) is not None:
            language.set(qn("w:bidi"), language.get(qn("w:val")))
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for properties in defaults.iter(qn("w:rPr")):
        language = properties.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            properties.append(language)
        language.set(qn("w:val"), document.locale)
        language.set(qn("w:bidi"), document.locale)


def _set_properties(word: Word, document: Document) -> None:
    day = document.day or EARLIEST
    properties = word.core_properties
    properties.title = plain(document.title)
    properties.language = document.locale
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001
    properties.revision = 1


def _save(word: Word, document: Document) -> bytes:
    """Return the file's bytes, every part of the archive dated by the document."""
    written = io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as parts:
        return packed({name: parts.read(name) for name in parts.namelist()}, document.day)
