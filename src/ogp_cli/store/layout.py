"""Where the nodes of a file stand in its text, and how lines are cut and put in."""

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from ruamel.yaml.nodes import CollectionNode, Node, ScalarNode

from ogp_cli.store.document import LINE_BREAK

_BLOCK_STYLES = ("|", ">")
# What can stand between the items of a list in brackets: a comment, or a sign.
_BETWEEN = re.compile("([ \t]*)(#[^\n\r\x85\u2028\u2029]*)|[,{}\\[\\]]")


class Edit(NamedTuple):
    """Text in place of what stands between two offsets."""

    start: int
    end: int
    text: str


class SourceLayout:
    """The lines of a text, and the places of its nodes in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = [each.span() for each in LINE_BREAK.finditer(text)]
        # Where each line starts, and where it ends without its break.
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]
        self._break = text[slice(*breaks[0])] if breaks else "\n"

    def apply(self, edits: Iterable[Edit]) -> str:
        """Return the text with the edits made."""
        parts, position = [], 0
        for edit in sorted(edits, key=itemgetter(0, 1)):
            parts += [self._text[position : edit.start], edit.text]
            position = max(position, edit.end)
        return "".join([*parts, self._text[position:]])

    def _start(self, node: Node) -> int:
        return self._offset(node.start_mark.line, node.start_mark.column)

    def _close(self, node: Node) -> int:
        """Return the offset behind the last character of a value."""
        if is_block_text(node):
            return self._ends[self._after(node) - 1]
        return self._offset(node.end_mark.line, node.end_mark.column)

    def _source(self, node: Node) -> str:
        return self._text[self._start(node) : self._close(node)]

    def _colon(self, key: Node) -> int:
        """Return the offset behind the colon of a key."""
        return self._text.index(":", self._offset(key.end_mark.line, key.end_mark.column)) + 1

    def _between(self, start: int, end: int) -> str:
        """Return what stands between two values, without its commas and brackets."""
        return _BETWEEN.sub(_comment, self._text[start:end])

    def _is_behind_dash(self, node: Node) -> bool:
        return bool(self._text[self._starts[node.start_mark.line] : self._start(node)].strip())

    def _after(self, *nodes: Node) -> int:
        """Return the line after the last one that some nodes stand on, comments aside."""
        return max(map(self._after_one, nodes))

    def _after_one(self, node: Node) -> int:
        if isinstance(node, ScalarNode):
            line: int = node.end_mark.line + (node.end_mark.column > 0 or not node.style)
            return self._without_empty(line) if is_block_text(node) else line
        if not is_block(node):
            return int(node.end_mark.line) + 1
        last = node.value[-1]
        return self._after(*last) if isinstance(last, tuple) else self._after_one(last)

    def _dash(self, node: Node, column: int) -> int:
        """Return the line of the dash before an item, which stands in a column."""
        line: int = node.start_mark.line
        while self._text[self._offset(line, column)] != "-":
            line -= 1
        return line

    def _cut(self, first: int, after: int) -> Edit:
        starts = [*self._starts, len(self._text)]
        return Edit(starts[first], starts[after], "")

    def _insert(self, line: int, lines: Sequence[str]) -> Edit:
        """Return the edit that puts lines before a line; after the last, where it has no break."""
        text = "".join(f"{each}{self._break}" for each in lines)
        if line < len(self._starts):
            return Edit(self._starts[line], self._starts[line], text)
        return Edit(len(self._text), len(self._text), self._break + text.removesuffix(self._break))

    def _end(self) -> int:
        """Return the line after the last one that is not empty."""
        return self._without_empty(len(self._starts))

    def _without_empty(self, line: int) -> int:
        """Return the line after the last one before `line` that is not empty."""
        while line and not self._text[self._starts[line - 1] : self._ends[line - 1]].strip():
            line -= 1
        return line

    def _offset(self, line: int, column: int) -> int:
        return int(self._starts[line] + column)


def is_block(node: Node) -> bool:
    """Whether a node is a list or a mapping that is written without brackets."""
    return isinstance(node, CollectionNode) and not node.flow_style


def is_nothing(node: Node) -> bool:
    """Whether a node is a value that is not written at all."""
    return isinstance(node, ScalarNode) and not node.value and not node.style


def is_block_text(node: Node) -> bool:
    """Whether a node is a text on the lines below `|` or `>`."""
    return getattr(node, "style", None) in _BLOCK_STYLES


def _comment(match: re.Match[str]) -> str:
    """Return a comment so that it can stand behind a text without brackets; "" for a sign."""
    space, comment = match.groups()
    if comment is None:
        return ""
    # What follows a text as “#1” is read as meant for text, and refused.
    return (space or " ") + re.sub(r"^#(?=[^\s#])", "# ", comment)
