"""Documents for Word, filled into a template that can be edited and restyled in Word.

The template has the styles, the letterhead, and a tag for each section. `word_blocks` draws the
content of a section; `word_file` sets the direction and the properties of the file.
"""

from types import SimpleNamespace

from docxtpl import DocxTemplate
from markupsafe import Markup

from ogp_cli.errors import OgpError
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import Target, templates
from ogp_cli.present.formats.word_blocks import Drawing
from ogp_cli.present.formats.word_file import finish, save
from ogp_cli.present.formats.word_package import detach, unwanted

_HINT = "remove it in Word; docs/templates.md says what a template of Word may have"


def render(document: Document, target: Target) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the document.

    Raises `OgpError` if the template is wrong, or has what no document may have.
    """
    file = templates.file_of(document, "docx", target)
    try:
        template = DocxTemplate(file)
        _fill(template, document, target)
    except Exception as error:  # docxtpl, lxml and zipfile raise many kinds
        raise templates.wrong(file.name, error, document) from error
    detach(template.docx)
    finish(template.docx, document)
    for found in unwanted(template.docx):
        raise OgpError(f"template {file.name}: {found}", _HINT)
    return save(template.docx, document)


def _fill(template: DocxTemplate, document: Document, target: Target) -> None:
    sandbox = templates.environment(target, autoescape=True)
    template.render(_context(document), sandbox, autoescape=True)


def _context(document: Document) -> dict[str, SimpleNamespace]:
    """Return the document by the template's tags: texts and sections as Word's XML."""
    draw = Drawing(document)
    drawn = [(section.name, draw.section(section)) for section in document.sections]
    named: dict[str, Markup] = {}
    for name, xml in drawn:
        named[name] = named.get(name, Markup()) + xml
    before, _, rest = document.language.minutes.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    view = SimpleNamespace(
        letterhead=draw.letterhead(document.letterhead),
        title=draw.text(document.title),
        fields=[
            SimpleNamespace(label=field.label, value=draw.text(field.value))
            for field in document.fields
        ],
        page=[before, between, after],
        all=Markup().join(xml for _, xml in drawn),
        **named,
    )
    return {"document": view, document.kind: view}
