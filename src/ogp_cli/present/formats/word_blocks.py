"""How the parts of a document are drawn in Word: paragraphs and tables as XML, by their styles."""

import re
from collections.abc import Iterable, Iterator, Set

from docxtpl import DocxTemplate
from docxtpl import RichText as Runs
from markupsafe import Markup

from ogp_cli.lang.direction import direction, embedded, is_mixed, is_rtl
from ogp_cli.lang.interface import _
from ogp_cli.lang.rich_text import RichText, Run, plain
from ogp_cli.present.content.document import (
    Block,
    Document,
    Items,
    NumberedItem,
    NumberedItems,
    Paragraph,
    Section,
    Signatures,
)
from ogp_cli.present.content.table import Cell, Column, Group, Row, Table
from ogp_cli.present.formats.inks import INKS
from ogp_cli.terminal.progress import tracked

_WIDTH = 9638  # of the text on A4 between margins of 2 cm, in twentieths of a point
_IN_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_NO_BREAK = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_SHORT = 3  # letters: a number alone, as in “12.”
_LINK = {"color": "14532D", "underline": "single"}  # a template need not have a style for it
_NOTHING = Markup("")
_PARAGRAPH = Markup("<w:p><w:pPr>{}{}</w:pPr>{}</w:p>")
_TAB = Markup("<w:r><w:tab/></w:r>")
_TABLE = Markup(
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{direction}<w:tblW w:type="pct" w:w="5000"/>'
    "{borders}"
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstColumn="1" w:firstRow="1" '
    'w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr>'
    "<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
)
_BORDER = Markup('<w:{} w:val="{}" w:sz="4" w:space="0" w:color="C3C8D0"/>')
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _borders(tag: str, *drawn: str) -> Markup:
    """Return which sides of a table or a cell are drawn."""
    sides = (_BORDER.format(side, "single" if side in drawn else "nil") for side in _SIDES)
    return Markup("<w:{0}>{1}</w:{0}>").format(tag, _NOTHING.join(sides))


_ACROSS, _NONE = _borders("tblBorders", "top", "bottom", "insideH"), _borders("tblBorders")
_COLUMN = Markup('<w:gridCol w:w="{}"/>')
_ROW = Markup("<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>")
_ROOM = Markup('<w:trHeight w:val="2268" w:hRule="atLeast"/>')  # 4 cm, for a stamp
_CELL = Markup('<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{}"/>{}</w:tcPr>{}</w:tc>')
_GAP_WIDTH = 438
_SIGNED_WIDTH = (_WIDTH - _GAP_WIDTH) // 2
_SIGNED = _CELL.format(_SIGNED_WIDTH, _borders("tcBorders", *_SIDES[:4]), "{}")
# It has the sides of its neighbours: LibreOffice draws them in right-to-left tables only then.
_GAP = _CELL.format(
    _GAP_WIDTH, _borders("tcBorders", "left", "right"), _PARAGRAPH.format("", "", "")
)
_FIRST, _NEXT = Markup('<w:vMerge w:val="restart"/>'), Markup("<w:vMerge/>")
_SHADE = Markup('<w:shd w:val="clear" w:color="auto" w:fill="{}"/>')
_HEAD, _TOGETHER = _SHADE.format("F3F6F4"), _SHADE.format("FBF6EC")


class Drawing:
    """Draws the parts of a document; text in other languages than its own is marked."""

    def __init__(self, document: Document, template: DocxTemplate) -> None:
        self._document, self._template = document, template

    def text(self, text: RichText, style: str = "", *, bold: bool = False) -> Markup:
        """Return rich text as Word's runs, each in its language, or nothing for empty text.

        A range of numbers, as in 2024-2027, does not break at its hyphen.
        """
        runs = Runs()
        for run in text:
            own = run.lang == self._document.language.code
            tag = self._document.locale if own else run.lang
            look = {"style": style} if style else {}
            if run.tone:
                look["color"] = INKS[run.tone]
            if run.link:
                look |= {"url_id": self._template.build_url_id(run.link), **_LINK}
            runs.add(self._embedded(run), bold=bold, rtl=is_rtl(run.lang), lang=tag, **look)
        xml = _IN_RANGE.sub(_NO_BREAK, str(runs)) if plain(text) else ""
        return Markup(xml)  # noqa: S704 - docxtpl has escaped it

    def label(self, label: RichText) -> Markup:
        """Return what stands before a value."""
        return self.text(label, "Label")

    def _embedded(self, run: Run) -> str:
        """Return the text of a run; words of both directions keep the order of its language."""
        if direction(run.lang) == self._document.direction or not is_mixed(run.text):
            return run.text
        return embedded(run.text, run.lang)

    def letterhead(self, lines: Iterable[RichText]) -> Markup:
        """Return the lines above the title, the first of them bold."""
        return _NOTHING.join(
            _paragraph("Letterhead", self.text(line, bold=not number))
            for number, line in enumerate(lines)
        )

    def dateline(self, text: RichText) -> Markup:
        """Return where and when a letter was written, or nothing."""
        return _paragraph("Dateline", self.text(text)) if text else _NOTHING

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
            case NumberedItems(items):
                return _NOTHING.join(map(self._numbered, items))
            case Signatures():
                return self._signatures(block)
            case Table():
                return self._table(block)
            case Paragraph(text, keep):
                return _paragraph("", self.text(text), keep=keep)
            case _:
                return _paragraph("Heading2", self.text(block.text))

    def _numbered(self, item: NumberedItem) -> Markup:
        """Return an item after its number, and the lines that belong to it."""
        style = "Numbered" if len(plain(item.label)) <= _SHORT else "NumberedDecision"
        said = _paragraph(style, self.label(item.label) + _TAB + self.text(item.text))
        below = (_paragraph("NumberedDetail", self.text(line)) for line in item.details)
        return said + _NOTHING.join(below)

    def _signatures(self, block: Signatures) -> Markup:
        """Return a cell for each who signs, two in a row."""
        caption = _paragraph("SignatureNote", self.text(block.caption))
        cells = [
            _paragraph("Signer", self.text(who.role))
            + _paragraph("SignatureNote", self.text(who.name))
            + caption
            for who in block.signers
        ]
        pairs = [cells[at : at + 2] for at in range(0, len(cells), 2)]
        rows = [_ROW.format(_ROOM, _GAP.join(map(_SIGNED.format, pair))) for pair in pairs]
        return self._framed([_SIGNED_WIDTH, _GAP_WIDTH, _SIGNED_WIDTH], rows, _NONE)

    def _table(self, table: Table) -> Markup:
        """Return a table. In Word every row has all cells, also those that another one spans."""
        widths = [_WIDTH * share // 100 for share in table.shares]
        rows = [self._head(table, widths)]
        for group in tracked(table.groups, _("drawing a table")):
            rows += self._group(group, table.shown, widths)
        return self._framed(widths, rows, _ACROSS)

    def _framed(self, widths: list[int], rows: list[Markup], borders: Markup) -> Markup:
        rtl = self._document.direction == "rtl"
        return _TABLE.format(
            direction=Markup("<w:bidiVisual/>") if rtl else "",
            borders=borders,
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
        spanned = {key for key, cell in group.rows[0].items() if cell.rows > 1}
        shade = _TOGETHER if spanned else _NOTHING
        for index, row in enumerate(group.rows):
            is_kept = bool(spanned) and index < len(group.rows) - 1  # with the next, on one page
            cells = [
                _CELL.format(
                    width, _span(row, each.key, spanned) + shade, self._lines(cell, is_kept)
                )
                for each, width in zip(columns, widths, strict=True)
                for cell in (row.get(each.key, Cell()),)
            ]
            yield _ROW.format("", _NOTHING.join(cells))

    def _lines(self, cell: Cell, is_kept: bool) -> Markup:
        style = "TableHeading" if cell.header else "TableText"
        if cell.bullets and len(cell.lines) > 1:
            style = "TableList"
        lines = [self.text(line) for line in cell.lines] or [_NOTHING]
        return _NOTHING.join(_paragraph(style, line, keep=is_kept) for line in lines)


def _span(row: Row, key: str, spanned: Set[str]) -> Markup:
    """Return how a cell belongs to one that spans rows."""
    if key not in spanned:
        return _NOTHING
    return _FIRST if key in row else _NEXT


def _spanning(count: int, width: int, text: Markup) -> Markup:
    """Return a shaded cell over some columns."""
    span = Markup('<w:gridSpan w:val="{}"/>').format(count) if count > 1 else _NOTHING
    return _CELL.format(width, span + _HEAD, text)


def _paragraph(style: str, runs: Markup, *, keep: bool = False) -> Markup:
    named = Markup('<w:pStyle w:val="{}"/>').format(style) if style else ""
    kept = Markup("<w:keepNext/>") if keep else ""
    return _PARAGRAPH.format(named, kept, runs)
