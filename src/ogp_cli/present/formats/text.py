"""Text for a terminal, for any width and any script; in a pipe, no line is wrapped."""

from collections.abc import Iterator
from itertools import cycle

from ogp_cli.lang.rich_text import RichText
from ogp_cli.present.content.document import (
    Block,
    Document,
    Heading,
    Items,
    NumberedItems,
    Paragraph,
    Signatures,
    Term,
)
from ogp_cli.present.content.table import Table
from ogp_cli.present.formats import Target
from ogp_cli.present.formats.columns import Piece, drawn
from ogp_cli.terminal.clean import clean
from ogp_cli.terminal.colours import FILLS, HEAD, STYLES
from ogp_cli.terminal.screen import Screen

_INDENT = "  "
_WIDEST = 60  # a longer bar says no more
_SHADES = "█▓▒░"  # terms differ without colours too


def render(document: Document, target: Target) -> str:
    """Return the text, wrapped at the width of the screen. Its colours repeat what it says."""
    text = "".join(_Drawing(document, target.screen).lines())
    return text.rstrip("\n") + "\n"


class _Drawing:
    """Draws the parts of a document, with the direction of its language."""

    def __init__(self, document: Document, screen: Screen) -> None:
        self._document, self._screen = document, screen
        self._rtl = document.direction == "rtl"
        self._is_ours = self._rtl and screen.bidi != "none"

    def lines(self) -> Iterator[str]:
        """Yield the lines of the document."""
        for line in self._document.letterhead:
            yield self._line(_pieces(line))
        yield self._line(_pieces(self._document.title, HEAD))
        if self._document.subtitle:
            yield self._line(_pieces(self._document.subtitle))
        for field in self._document.fields:
            label = _pieces(field.label, HEAD)
            yield self._line([(_INDENT, ""), *label, (" ", ""), *_pieces(field.value)])
        indent = ""  # blocks before the first heading are below the title
        for section in self._document.sections:
            if section.blocks and section.heading:
                indent = _INDENT
                yield "\n" + self._line(_pieces(section.heading, HEAD))
            for block in section.blocks:
                yield from self._block(block, indent)

    def _line(self, pieces: list[Piece]) -> str:
        return self._screen.styled(pieces, rtl=self._rtl)

    def _block(self, block: Block, indent: str) -> Iterator[str]:
        if isinstance(block, Table):
            yield "" if indent else "\n"
            yield from self._table(block, indent)
            return
        for pieces in _lines_of(block):
            yield self._line([(indent, ""), *pieces])
        if isinstance(block, Paragraph):
            yield self._bar(block.terms)

    def _bar(self, terms: tuple[Term, ...]) -> str:
        """Return a line that the terms share by their sizes; "" on a screen without a width."""
        room, whole = self._screen.room, sum(term.size for term in terms)
        if not (room and whole):
            return ""
        scale = min(_WIDEST, room - len(terms)) / whole
        scale = int(scale) or scale
        fills = [
            (shade * max(1, round(term.size * scale)), FILLS[term.tone])
            for shade, term in zip(cycle(_SHADES), terms, strict=False)
        ]
        return self._screen.line(fills, rtl=self._rtl)

    def _table(self, table: Table, indent: str) -> Iterator[str]:
        """Yield the lines of a table, which has less room if it is indented."""
        screen = self._screen
        if screen.width:
            screen = screen._replace(width=max(screen.width - len(indent), 1))
        start = "" if self._is_ours and screen.width else indent
        for line in drawn(table, screen, _pieces, rtl=self._rtl):
            yield "".join(start * (each != "\n") + each for each in line.splitlines(keepends=True))


def _lines_of(
    block: Heading | Paragraph | Items | NumberedItems | Signatures,
) -> Iterator[list[Piece]]:
    """Yield the lines of a block that is no table, before they are wrapped."""
    match block:
        case Heading(text):
            yield _pieces(text, HEAD)
        case Paragraph(text):
            yield _pieces(text)
        case Items(items):
            yield from ([("- ", ""), *_pieces(item)] for item in items)
        case NumberedItems(items):
            for label, text, details in items:
                yield [*_pieces(label, HEAD), (" ", ""), *_pieces(text)]
                yield from ([("    - ", ""), *_pieces(each)] for each in details)
        case Signatures(signers):
            for role, name in signers:
                yield [*_pieces(role), *([(" – ", ""), *_pieces(name)] if name else [])]


def _pieces(text: RichText, style: str = "") -> list[Piece]:
    """Return the runs of a text with their styles, and the addresses that they lead to."""
    return [
        (clean(f"{run.text} <{run.link}>" if run.link else run.text), STYLES[run.tone] or style)
        for run in text
    ]
