"""How the parts of a document are drawn in Word: paragraphs and tables as XML, by their styles."""

from collections.abc import Iterable, Iterator

from docxtpl import DocxTemplate
from docxtpl import RichText as Runs
from markupsafe import Markup

from ogp_cli.lang.direction import is_rtl
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import RichText, plain
from ogp_cli.present.content.document import (
    Block,
    Document,
    Items,
    Paragraph,
    Section,
)
from ogp_cli.present.content.table import Cell, Column, Group, Table
from ogp_cli.present.formats.inks import INKS
from ogp_cli.terminal.progress import tracked

_WIDTH = 9638  # of the text on A4 between margins of 2 cm, in twentieths of a point
_LINK = {"color": "14532D", "underline": "single"}  # a template need not have a style for it
_NOTHING = Markup("")
_PARAGRAPH = Markup("<w:p><w:pPr>{}{}</w:pPr>{}</w:p>")
_TABLE = Markup(
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{direction}<w:tblW w:type="pct" w:w="5000"/>'
    "<w:tblBorders>{borders}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstColumn="1" w:firstRow="1" '
    'w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr>'
    "<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
)
_BORDER = Markup('<w:{} w:val="single" w:sz="4" w:space="0" w:color="8A8F98"/>')
_BORDERS = _NOTHING.join(
    _BORDER.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_COLUMN = Markup('<w:gridCol w:w="{}"/>')
_ROW = Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>")
_CELL = Markup('<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{}"/>{}</w:tcPr>{}</w:tc>')
_FIRST, _NEXT = Markup('<w:vMerge w:val="restart"/>'), Markup("<w:vMerge/>")
_SHADE = Markup('<w:shd w:val="clear" w:color="auto" w:fill="E9EEF5"/>')


class Drawing:
    """Draws the parts of a document; text in other languages than its own is marked."""

    def __init__(self, document: Document, template: DocxTemplate) -> None:
        self._document, self._template = document, template

    def text(self, text: RichText) -> Markup:
        """Return rich text as Word's runs, each in its language, or nothing for empty text."""
        runs = Runs()
        for run in text:
            own = run.lang == self._document.language.code
            tag = self._document.locale if own else run.lang
            look = {"color": INKS[run.tone]} if run.tone else {}
            if run.link:
                look |= {"url_id": self._template.build_url_id(run.link), **_LINK}
            runs.add(run.text, rtl=is_rtl(run.lang), lang=tag, **look)
        return Markup(str(runs) if plain(text) else "")  # noqa: S704 - docxtpl has escaped it

    def letterhead(self, lines: Iterable[RichText]) -> Markup:
        """Return the lines above the title."""
        return _NOTHING.join(_paragraph("Letterhead", self.text(line)) for line in lines)

    def section(self, section: Section) -> Markup:
        """Return a section, its heading with what stands below it; without blocks, nothing."""
        blocks = _NOTHING.join(map(self._block, section.blocks))
        if not (blocks and section.heading):
            return blocks
        return _paragraph("Heading1", self.text(section.heading)) + blocks

    def _block(self, block: Block) -> Markup:
        match block:
            case Items(items, keep):
                return _NOTHING.join(
                    _paragraph("ListBullet", self.text(item), keep=keep and number == len(items))
                    for number, item in enumerate(items, 1)
                )
            case Table():
                return self._table(block)
            case Paragraph(text, keep):
                return _paragraph("", self.text(text), keep=keep)
            case _:
                return _paragraph("Heading2", self.text(block.text))

    def _table(self, table: Table) -> Markup:
        """Return a table. In Word every row has all cells, also those that another one spans."""
        widths = [_WIDTH * share // 100 for share in table.shares]
        rows = [self._head(table, widths)]
        for group in tracked(table.groups, _("drawing a table")):
            rows += self._group(group, table.shown, widths)
        direction = Markup("<w:bidiVisual/>") if self._document.direction == "rtl" else _NOTHING
        return _TABLE.format(
            direction=direction,
            borders=_BORDERS,
            columns=_NOTHING.join(map(_COLUMN.format, widths)),
            rows=_NOTHING.join(rows),
        )

    def _head(self, table: Table, widths: list[int]) -> Markup:
        cells, left = [], iter(widths)
        for head, count in table.heads:
            text = _paragraph("TableHeading", self.text(head), keep=True)
            cells.append(_spanning(count, sum(next(left) for _ in range(count)), text))
        return _ROW.format(Markup("<w:tblHeader/>"), _NOTHING.join(cells))

    def _group(
        self, group: Group, columns: tuple[Column, ...], widths: list[int]
    ) -> Iterator[Markup]:
        if group.heading:
            text = _paragraph("TableHeading", self.text(group.heading), keep=True)
            yield _ROW.format("", _spanning(len(columns), sum(widths), text))
        spanned = {key: cell for key, cell in group.rows[0].items() if cell.rows > 1}
        for index, row in enumerate(group.rows):
            is_kept = bool(spanned) and index < len(group.rows) - 1  # with the next, on one page
            cells = [
                self._cell(row.get(each.key), width, is_kept=is_kept, spans=each.key in spanned)
                for each, width in zip(columns, widths, strict=True)
            ]
            yield _ROW.format("", _NOTHING.join(cells))

    def _cell(self, cell: Cell | None, width: int, *, is_kept: bool, spans: bool) -> Markup:
        span = (_FIRST if cell else _NEXT) if spans else _NOTHING
        lines = [self.text(line) for line in cell.lines] if cell else []
        style = "ListBullet" if cell and cell.bullets and lines else "TableText"
        text = _NOTHING.join(_paragraph(style, line, keep=is_kept) for line in lines or [_NOTHING])
        return _CELL.format(width, span + Markup('<w:vAlign w:val="center"/>'), text)


def _spanning(count: int, width: int, text: Markup) -> Markup:
    """Return a shaded cell over some columns."""
    span = Markup('<w:gridSpan w:val="{}"/>').format(count) if count > 1 else _NOTHING
    return _CELL.format(width, span + _SHADE, text)


def _paragraph(style: str, runs: Markup, *, keep: bool = False) -> Markup:
    named = Markup('<w:pStyle w:val="{}"/>').format(style) if style else ""
    kept = Markup("<w:keepNext/>") if keep else ""
    return _PARAGRAPH.format(named, kept, runs)
