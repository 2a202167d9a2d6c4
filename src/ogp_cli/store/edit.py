"""A file of the data with other values: what does not change stays byte for byte.

Only the lines of what changes are written. The result is read again and compared with what was
meant, so a file is edited rightly or not at all.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from operator import itemgetter
from typing import Any, NamedTuple

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from ogp_cli.errors import OgpError
from ogp_cli.store.document import BOM, LINE_BREAK, Value
from ogp_cli.store.emit import block, inline, items
from ogp_cli.store.parse import parse

_BLOCK_STYLES = ("|", ">")


class _Edit(NamedTuple):
    """Text in place of what stands between two offsets."""

    start: int
    end: int
    text: str


def edited(data: bytes, file: str, values: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file, changed so that it is read as `values`.

    Values are those of the reader: dicts, sequences, strings, integers, booleans and None. A new
    key comes after the one before it in `values`. Raises `OgpError` where the file is no mapping,
    or is written so that it cannot be edited.
    """
    document, _ = parse(data, file)
    if document is None or not isinstance(document.root, MappingNode):
        raise OgpError(f"{file} cannot be edited", "to see what is wrong in it, run: ogp check")
    new, wanted = data, _as_read(values)
    if document.values != wanted:
        text = data.decode()
        editor = _Editor(text.removeprefix(BOM))
        made = editor.apply(editor.root(document.root, document.values, wanted))
        new = (BOM * text.startswith(BOM) + made).encode()
    again, _ = parse(new, file)
    if again is None or again.values != wanted:
        hint = "write one key and one item a line, without brackets, and run this again"
        raise OgpError(f"{file} is written so that it cannot be edited", hint)
    return new


def _as_read(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value as the reader gives it: tuples for lists."""
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_as_read, value))
    return value


class _Editor:
    """Finds the edits of a text that make other values of its nodes."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = [each.span() for each in LINE_BREAK.finditer(text)]
        # Where each line starts, and where it ends without its break.
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]
        self._break = text[slice(*breaks[0])] if breaks else "\n"

    def apply(self, edits: Iterable[_Edit]) -> str:
        """Return the text with the edits made."""
        parts, position = [], 0
        for edit in sorted(edits, key=itemgetter(0, 1)):
            parts += [self._text[position : edit.start], edit.text]
            position = edit.end
        return "".join([*parts, self._text[position:]])

    def root(self, node: MappingNode, old: Value, new: Mapping[str, Any]) -> Iterator[_Edit]:
        """Yield the edits of the whole file: what comes last stands at its end."""
        yield from self._mapping(node, old, new, end=self._end())

    def _mapping(
        self,
        node: MappingNode,
        old: Any,  # noqa: ANN401 - the values of the node
        new: Mapping[str, Any],
        end: int | None = None,
    ) -> Iterator[_Edit]:
        pairs = {key.value: (key, value) for key, value in node.value}
        for name, (key, value) in pairs.items():
            if name not in new:
                yield self._cut(key.start_mark.line, self._after(key, value))
            elif repr(old[name]) != repr(new[name]):
                yield from self._value(key, value, old[name], new[name])
        line, names = node.start_mark.line, list(new)
        for index, name in enumerate(names):
            if name in pairs:
                line = self._after(*pairs[name])
                continue
            if end is not None and index == len(names) - 1:
                line = end
            yield self._insert(line, block({name: new[name]}, node.start_mark.column))

    def _value(self, key: Node, node: Node, old: Value, new: Value) -> Iterator[_Edit]:
        if isinstance(node, MappingNode) and _is_block(node) and isinstance(new, dict) and new:
            yield from self._mapping(node, old, new)
        elif isinstance(old, tuple) and _is_block(node) and isinstance(new, tuple) and new:
            yield from self._sequence(node, old, new)
        else:
            yield from self._replace(key, node, new)

    def _sequence(self, node: Node, old: Sequence[Any], new: Sequence[Any]) -> Iterator[_Edit]:
        column, children = node.start_mark.column, node.value
        starts = [self._dash(child, column) for child in children]
        ends = [self._after(child) for child in children]
        matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if (
                kind == "replace"
                and j - i == m - k
                and all(map(_can_become, children[i:j], old[i:j], new[k:m]))
            ):
                for child, before, after in zip(children[i:j], old[i:j], new[k:m], strict=True):
                    yield from self._mapping(child, before, after)
            elif kind == "replace" and j - i == m - k:
                for n, value in zip(range(i, j), new[k:m], strict=True):
                    yield from self._item(children[n], (starts[n], ends[n]), column, value)
            elif kind != "equal":
                yield from (self._cut(starts[n], ends[n]) for n in range(i, j))
                place = ends[i - 1] if i else starts[0]
                yield self._insert(place, items(new[k:m], column))

    def _item(
        self, node: Node, lines: tuple[int, int], column: int, value: Value
    ) -> Iterator[_Edit]:
        """Put a value in place of an item; a text on its line, so that a comment there stays."""
        start = self._offset(node.start_mark.line, node.start_mark.column)
        is_text = isinstance(node, ScalarNode) and not _is_nothing(node)
        is_block = getattr(node, "style", None) in _BLOCK_STYLES
        if is_text and not is_block and not isinstance(value, (dict, tuple)):
            yield _Edit(start, self._close(node), inline(value))
        else:
            yield self._insert(lines[0], items([value], column))
            yield self._cut(*lines)

    def _replace(self, key: Node, node: Node, new: Value) -> Iterator[_Edit]:
        """Put a value in place of another, on its line; a long list on lines of its own."""
        (first, *others), column = block({"": new}, key.start_mark.column), key.end_mark.column
        colon = self._text.index(":", self._offset(key.end_mark.line, column)) + 1
        if _is_block(node):
            yield self._cut(node.start_mark.line, self._after(node))
        written = colon if _is_block(node) or _is_nothing(node) else self._close(node)
        yield _Edit(colon, written, first.partition(":")[2])
        if others:
            yield self._insert(bisect_right(self._starts, written), others)

    def _close(self, node: Node) -> int:
        """Return the offset behind the last character of a value."""
        if getattr(node, "style", None) in _BLOCK_STYLES:
            return self._ends[self._after(node) - 1]
        return self._offset(node.end_mark.line, node.end_mark.column)

    def _after(self, *nodes: Node) -> int:
        """Return the line after the last one that some nodes stand on, comments aside."""
        return max(map(self._after_one, nodes))

    def _after_one(self, node: Node) -> int:
        if isinstance(node, ScalarNode):
            line: int = node.end_mark.line + (node.end_mark.column > 0 or not node.style)
            return self._without_empty(line) if node.style in _BLOCK_STYLES else line
        if not _is_block(node):
            return int(node.end_mark.line) + 1
        last = node.value[-1]
        return self._after(*last) if isinstance(last, tuple) else self._after_one(last)

    def _dash(self, node: Node, column: int) -> int:
        """Return the line of the dash before an item, which stands in a column."""
        line: int = node.start_mark.line
        while self._text[self._offset(line, column)] != "-":
            line -= 1
        return line

    def _cut(self, first: int, after: int) -> _Edit:
        starts = [*self._starts, len(self._text)]
        return _Edit(starts[first], starts[after], "")

    def _insert(self, line: int, lines: Sequence[str]) -> _Edit:
        """Return the edit that puts lines before a line; after the last, where it has no break."""
        text = "".join(f"{each}{self._break}" for each in lines)
        if line < len(self._starts):
            return _Edit(self._starts[line], self._starts[line], text)
        return _Edit(len(self._text), len(self._text), self._break + text.removesuffix(self._break))

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


def _is_block(node: Node) -> bool:
    """Whether a node is a list or a mapping that is written without brackets."""
    return isinstance(node, CollectionNode) and not node.flow_style


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value and not node.style


def _can_become(node: Node, old: Value, new: Value) -> bool:
    """Whether an item can become another by its lines: a mapping that keeps its keys.

    Lines with other keys can be added where it has no brackets.
    """
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return old.keys() == new.keys() or (_is_block(node) and old.keys() < new.keys())
