"""How the parts of a document are drawn in Word: paragraphs and tables as XML, by their styles."""

from collections.abc import Iterable

from docxtpl import DocxTemplate
from docxtpl import RichText as Runs
from markupsafe import Markup

from ogp_cli.lang.direction import is_rtl
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import RichText, plain
from ogp_cli.present.content.document import (
    Block,
    Document,
    Grid,
    GridCell,
    GridRow,
    Items,
    Paragraph,
    Section,
)
from ogp_cli.terminal.progress import tracked

_WIDTH = 9638  # of the text on A4 between margins of 2 cm, in twentieths of a point
_LINK = {"color": "14532D", "underline": "single"}  # a template need not have a style for it
_NOTHING = Markup("")
_RUN = Markup("<w:r><w:t>{}</w:t></w:r>")
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
            link = {"url_id": self._template.build_url_id(run.link), **_LINK} if run.link else {}
            runs.add(run.text, rtl=is_rtl(run.lang), lang=tag, **link)
        return Markup(str(runs) if plain(text) else "")  # noqa: S704 - docxtpl has escaped it

    def letterhead(self, lines: Iterable[RichText]) -> Markup:
        """Return the lines above the title."""
        return _NOTHING.join(_paragraph("Letterhead", self.text(line)) for line in lines)

    def section(self, section: Section) -> Markup:
        """Return a section, its heading with what stands below it; without blocks, nothing."""
        blocks = _NOTHING.join(map(self._block, section.blocks))
        if not (blocks and section.heading):
            return blocks
        return _paragraph("Heading1", _RUN.format(section.heading)) + blocks

    def _block(self, block: Block) -> Markup:
        match block:
            case Items(items, keep):
                return _NOTHING.join(
                    _paragraph("ListBullet", self.text(item), keep=keep and number == len(items))
                    for number, item in enumerate(items, 1)
                )
            case Grid():
                return self._grid(block)
            case Paragraph(text, keep):
                return _paragraph("", self.text(text), keep=keep)
            case _:
                return _paragraph("Heading2", self.text(block.text))

    def _grid(self, grid: Grid) -> Markup:
        """Return a table. In Word every row has all cells, also those that another one spans."""
        widths = [_WIDTH * width // 100 for column in grid.columns for width in column.widths]
        rtl = self._document.direction == "rtl"
        rows = [_header(grid, widths)]
        for group in tracked(grid.groups, _("drawing a table")):
            rows += self._group(group, widths)
        return _TABLE.format(
            direction=Markup("<w:bidiVisual/>") if rtl else "",
            borders=_BORDERS,
            columns=_NOTHING.join(map(_COLUMN.format, widths)),
            rows=_NOTHING.join(rows),
        )

    def _group(self, group: tuple[GridRow, ...], widths: list[int]) -> list[Markup]:
        rows = []
        for index, row in enumerate(group):
            keep = index < len(group) - 1  # with the next row, on one page
            cells = [
                self._cell(row[place] if place < len(row) else None, width, group[0][place], keep)
                for place, width in enumerate(widths)
            ]
            rows.append(_ROW.format("", _NOTHING.join(cells)))
        return rows

    def _cell(self, cell: GridCell | None, width: int, first: GridCell, keep: bool) -> Markup:
        span = _NOTHING
        if first.rows > 1:
            span = _FIRST if cell else _NEXT
        lines = [self.text(line) for line in cell.lines] if cell else []
        style = "ListBullet" if cell and cell.bullets and lines else "TableText"
        text = _NOTHING.join(_paragraph(style, line, keep=keep) for line in lines or [_NOTHING])
        return _CELL.format(width, span + Markup('<w:vAlign w:val="center"/>'), text)


def _paragraph(style: str, runs: Markup, *, keep: bool = False) -> Markup:
    named = Markup('<w:pStyle w:val="{}"/>').format(style) if style else ""
    kept = Markup("<w:keepNext/>") if keep else ""
    return _PARAGRAPH.format(named, kept, runs)


def _header(grid: Grid, widths: list[int]) -> Markup:
    cells, left = [], iter(widths)
    for column in grid.columns:
        count = len(column.widths)
        span = Markup('<w:gridSpan w:val="{}"/>').format(count) if count > 1 else _NOTHING
        label = _RUN.format(column.label)
        width = sum(next(left) for _ in column.widths)
        text = _paragraph("TableHeading", label, keep=True)
        cells.append(_CELL.format(width, span + _SHADE, text))
    return _ROW.format(Markup("<w:tblHeader/>"), _NOTHING.join(cells))
