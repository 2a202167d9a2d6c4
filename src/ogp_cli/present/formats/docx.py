"""Documents for Word: filled into a template that is edited and restyled in Word itself.

The template has the styles, the letterhead, and a tag for each section. What stands in a section is
drawn by `word_blocks`; `word_file` gives the file its direction and properties.
"""

from types import SimpleNamespace
from typing import TYPE_CHECKING

from markupsafe import Markup

from ogp_cli.errors import missing
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import templates
from ogp_cli.present.formats.target import Target

if TYPE_CHECKING:
    from docxtpl import DocxTemplate


def render(document: Document, target: Target) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the document.

    Raises `OgpError` where the extra `documents` is not installed, or the template is wrong.
    """
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415 - an extra, and heavy

        from ogp_cli.present.formats.word_file import finish, save  # noqa: PLC0415
    except ImportError as error:
        raise missing(error) from error
    file = templates.file_of(document, "docx", target)
    try:
        template = DocxTemplate(file)
        _fill(template, document, target)
    except Exception as error:  # docxtpl, lxml and zipfile raise what they like
        raise templates.wrong(file.name, error, document) from error
    finish(template.docx, document)
    return save(template.docx, document)


def _fill(template: "DocxTemplate", document: Document, target: Target) -> None:
    sandbox = templates.environment(target, autoescape=True)
    template.render(_context(document), sandbox, autoescape=True)


def _context(document: Document) -> dict[str, SimpleNamespace]:
    """Return the document as the template's tags name it: text and sections as XML of Word."""
    from ogp_cli.present.formats.word_blocks import Drawing  # noqa: PLC0415 - docxtpl is heavy

    draw = Drawing(document)
    drawn = [(section.name, draw.section(section)) for section in document.sections]
    named: dict[str, Markup] = {}
    for name, xml in drawn:
        named[name] = named.get(name, Markup()) + xml
    before, _, rest = document.language.minutes.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    view = SimpleNamespace(
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
