"""Documents for Word: filled into `minutes.docx`, which is edited and restyled in Word itself.

The template has the styles, the letterhead and the tags; this file does what Word's own tags
cannot: the direction of the text, cells that span rows, and a file that is the same every time.
"""

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ogp_cli.documents.document import Document, Table
from ogp_cli.documents.templates import environment, folder_of
from ogp_cli.errors import OgpError, missing
from ogp_cli.lang.direction import is_rtl
from ogp_cli.lang.phrase import Phrase, plain

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_TEMPLATE = "minutes.docx"


def render(document: Document, root: Path) -> bytes:
    """Return the file. The same document gives the same bytes: its date is that of the meeting.

    Raises `OgpError` where the extra `documents` is not installed, or the template is wrong.
    """
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415 - an extra, and heavy

        from ogp_cli.documents.word import finish, save  # noqa: PLC0415
    except ImportError as error:
        raise missing(error) from error
    try:
        template = DocxTemplate(folder_of(_TEMPLATE, root) / _TEMPLATE)
        _fill(template, document)
    except Exception as error:  # docxtpl, lxml and zipfile raise what they like
        raise OgpError(f"template {_TEMPLATE}: {error}", "correct it in Word") from error
    finish(template.docx, document)
    return save(template.docx, document)


def _fill(template: "DocxTemplate", document: Document) -> None:
    context = {"minutes": _context(document)}
    template.render(context, environment([], autoescape=True), autoescape=True)


def _context(document: Document) -> SimpleNamespace:
    """Return the document as the template's tags name it, each phrase as text of Word."""
    before, _, rest = document.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return SimpleNamespace(
        title=_rich(document.title, document),
        fields=[
            SimpleNamespace(label=field.label, value=_rich(field.value, document))
            for field in document.fields
        ],
        sections=[
            SimpleNamespace(
                heading=section.heading,
                blocks=[_block(block, document) for block in section.blocks],
            )
            for section in document.sections
        ],
        page=[before, between, after],
    )


def _block(block: Any, document: Document) -> SimpleNamespace:  # noqa: ANN401 - any of Block
    match block.kind:
        case "items":
            items = [_rich(item, document) for item in block.items]
            return SimpleNamespace(kind="items", items=items)
        case "table":
            return _table(block, document)
    return SimpleNamespace(kind=block.kind, text=_rich(block.text, document))


def _table(table: Table, document: Document) -> SimpleNamespace:
    """Return the rows, all of as many cells; what spans rows stands in the first of them."""
    rows = [
        [[_rich(line, document) for line in cell.lines] or [""] for cell in row]
        for group in table.groups
        for row in group
    ]
    width = sum(len(column.widths) for column in table.columns)
    return SimpleNamespace(
        kind="table",
        name=table.name,
        labels=[column.label for column in table.columns],
        rows=[row + [[""]] * (width - len(row)) for row in rows],
    )


def _rich(phrase: Phrase, document: Document) -> Any:  # noqa: ANN401 - docxtpl has no types
    from docxtpl import RichText  # noqa: PLC0415 - an extra, and heavy

    rich = RichText()
    for run in phrase:
        tag = document.locale if run.lang == document.language else run.lang
        rich.add(run.text, rtl=is_rtl(run.lang), lang=tag)
    return rich if plain(phrase) else ""
