"""A file of the data with other values: what does not change stays byte for byte.

Only the lines of what changes are written. The result is read again and compared with what was
meant, so a file is edited rightly or not at all.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, TypeGuard

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.store.document import BOM, LINE_BREAK, Value, YamlDocument
from ogp_cli.store.emit import block, inline, items
from ogp_cli.store.layout import Edit, SourceLayout, is_block, is_block_text, is_nothing
from ogp_cli.store.parse import parse

# What becomes of some items, from one index to another, and of which new ones: see difflib.
_Fate = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def edited(data: bytes, file: str, values: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file, changed so that it is read as `values`.

    Values are those of the reader: dicts, sequences, strings, integers, booleans and None. A new
    key comes after the one before it in `values`. Raises `OgpError` where the file is no mapping,
    or is written so that it cannot be edited.
    """
    document = parse(data, file)[0]
    if document is None or not isinstance(document.root, MappingNode):
        raise OgpError(
            _("{file} cannot be edited").format(file=file),
            _("to see what is wrong in it, run: ogp check"),
        )
    new, wanted = data, _as_read(values)
    if document.values != wanted:
        new = _changed(data, document, wanted)
    again = parse(new, file)[0]
    if again is None or again.values != wanted:
        hint = _("write one key and one item a line, without brackets, and run this again")
        raise OgpError(_("{file} is written so that it cannot be edited").format(file=file), hint)
    return new


def _changed(data: bytes, document: YamlDocument, wanted: Mapping[str, Any]) -> bytes:
    """Return a file with its values changed.

    Where brackets leave no room for what changes, they are first written as lines that read the
    same: then each value is edited on a line of its own, and its comments stay.
    """
    editor = _Editor(data.decode().removeprefix(BOM))
    changes = editor.changes(document, wanted)
    if editor.openings:
        opened = _with_bom(data, editor.apply(editor.openings))
        again, _ = parse(opened, document.file)
        if again and again.values == document.values:
            return _changed(opened, again, wanted)
        # What has no room is written anew.
    return _with_bom(data, editor.apply(changes))


def _with_bom(data: bytes, text: str) -> bytes:
    """Return a text in bytes, after a byte order mark if `data` has one."""
    return (BOM * data.decode().startswith(BOM) + text).encode()


def _as_read(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value as the reader gives it: tuples for lists."""
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_as_read, value))
    return value


class _Editor(SourceLayout):
    """Finds the edits of a text that make other values of its nodes."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        # The edits that write brackets as lines, where what changes needs lines.
        self.openings: list[Edit] = []

    def changes(self, document: YamlDocument, new: Mapping[str, Any]) -> list[Edit]:
        """Return the edits of the whole file: what comes last stands at its end."""
        return [*self._mapping(document.root, document.values, new, end=self._end())]

    def _mapping(
        self,
        node: Any,  # noqa: ANN401 - a mapping
        old: Any,  # noqa: ANN401 - its values
        new: Mapping[str, Any],
        end: int | None = None,
    ) -> Iterator[Edit]:
        pairs = {key.value: (key, value) for key, value in node.value}
        for index, (name, (key, value)) in enumerate(pairs.items()):
            if name not in new:
                yield self._without(node, index, new)
            elif repr(old[name]) != repr(new[name]):
                yield from self._value(key, value, old[name], new[name])
        line, names = None, list(new)
        for index, name in enumerate(names):
            if name in pairs:
                line = self._after(*pairs[name])
                continue
            if end is not None and index == len(names) - 1:
                line = end
            lines = block({name: new[name]}, node.start_mark.column)
            yield self._at_start(node, lines) if line is None else self._insert(line, lines)

    def _without(self, node: MappingNode, index: int, new: Mapping[str, Any]) -> Edit:
        """Return the edit that takes a key out of a mapping, with its own lines."""
        key, value = node.value[index]
        if not is_block(node):
            return self._without_brackets(node, index, new)
        after = self._after(key, value)
        is_first = not any(each.value in new for each, _ in node.value[:index])
        if is_first and self._is_behind_dash(node):
            # The dash stays, and what follows comes up to it.
            rest = self._text[[*self._starts, len(self._text)][after] :]
            return Edit(self._start(key), len(self._text) - len(rest.lstrip(" \t\r\n")), "")
        return self._cut(key.start_mark.line, after)

    def _without_brackets(self, node: MappingNode, index: int, new: Mapping[str, Any]) -> Edit:
        """Return the edit that takes a key out of brackets: one comma goes, comments stay."""
        key, value = node.value[index]
        start, close = self._start(key), self._close(value)
        if any(each.value in new for each, _ in node.value[index:]):
            following = self._start(node.value[index + 1][0])
            return Edit(start, following, self._between(close, following).lstrip(" "))
        before = self._close(node.value[index - 1][1])
        return Edit(before, close, self._between(before, start).rstrip(" "))

    def _at_start(self, node: Node, lines: Sequence[str]) -> Edit:
        """Return the edit that puts lines before all others of a mapping."""
        if not self._is_behind_dash(node):
            return self._insert(node.start_mark.line, lines)
        start, indent = self._start(node), " " * node.start_mark.column
        text = "".join(f"{each}{self._break}" for each in lines)
        return Edit(start, start, f"{text.lstrip(' ')}{indent}")

    def _value(self, key: Node, node: Node, old: Value, new: Value) -> Iterator[Edit]:
        inside = self._inside(node, old, new)
        if inside is None:
            column = key.start_mark.column + 2 * isinstance(node, MappingNode)
            if self._needs_lines(node, old, new):
                self.openings += self._open(node, self._colon(key), column)
            inside = self._replace(key, node, new)
        yield from inside

    def _inside(self, node: Node, old: Value, new: Value) -> Iterable[Edit] | None:
        """Return the edits inside a list or mapping, or None if it has to be written anew."""
        if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
            if is_block(node) or self._has_room(node, old, new):
                return self._mapping(node, old, new)
        elif isinstance(old, tuple) and is_block(node) and isinstance(new, tuple) and new:
            return self._sequence(node, old, new)
        return None

    def _has_room(self, node: Node, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
        """Whether a mapping in brackets can become another in them: no key comes."""
        return new.keys() <= old.keys() and all(
            repr(old[key.value]) == repr(new[key.value]) or self._fits(value, new[key.value])
            for key, value in node.value
            if key.value in new
        )

    def _fits(self, node: Node, new: Value) -> bool:
        """Whether a value can stand where another stands, on its line."""
        if is_block(node) or is_nothing(node) or is_block_text(node):
            return False
        is_commented = isinstance(node, CollectionNode) and "#" in self._source(node)
        return not is_commented and len(block({"": new}, 0)) == 1

    def _needs_lines(self, node: Node, old: Value, new: Value) -> TypeGuard[CollectionNode]:
        """Whether a list or mapping in brackets has to be opened before it can be edited."""
        is_filled = isinstance(node, CollectionNode) and bool(node.value and new)
        is_closed = is_filled and not is_block(node) and type(old) is type(new)
        return is_closed and not self._fits(node, new)

    def _open(self, node: CollectionNode, start: int, column: int) -> Iterator[Edit]:
        """Yield the edits that write a list or mapping in brackets as lines from a column.

        `start` is where what stands before its first key or item can change. Only a comment can
        stand behind the brackets: what they stand in is written as lines.
        """
        parts = [each if isinstance(each, tuple) else (each, each) for each in node.value]
        starts = [self._start(first) for first, _ in parts]
        closes = [self._close(last) for _, last in parts]
        dash = "- " * isinstance(node, SequenceNode)
        for index, (before, after) in enumerate(zip([start, *closes], starts, strict=False)):
            text = self._between(before, after).rstrip(" \t")
            if not index and not text and start == self._start(node):
                yield Edit(before, after, dash)  # behind the dash of an item
                continue
            line_break = "" if LINE_BREAK.fullmatch(text[-1:]) else self._break
            yield Edit(before, after, f"{text}{line_break}{' ' * column}{dash}")
        end = self._ends[node.end_mark.line]
        yield Edit(closes[-1], end, self._between(closes[-1], end).rstrip())

    def _sequence(self, node: Node, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Edit]:
        column, children = node.start_mark.column, node.value
        starts = [self._dash(child, column) for child in children]
        ends = [self._after(child) for child in children]
        for kind, i, j, k, m in _fates(old, new):
            if kind == "replace" and j - i == m - k:
                for n, value in zip(range(i, j), new[k:m], strict=True):
                    inside = self._inside(children[n], old[n], value)
                    if inside is None:
                        self._open_item(children[n], old[n], value)
                        inside = self._item(children[n], (starts[n], ends[n]), column, value)
                    yield from inside
            elif kind != "equal":
                yield from (self._cut(starts[n], ends[n]) for n in range(i, j))
                place = ends[i - 1] if i else starts[0]
                yield self._insert(place, items(new[k:m], column))

    def _open_item(self, node: Node, old: Value, new: Value) -> None:
        if self._needs_lines(node, old, new):
            self.openings += self._open(node, self._start(node), node.start_mark.column)

    def _item(
        self, node: Node, lines: tuple[int, int], column: int, value: Value
    ) -> Iterator[Edit]:
        """Put a value in place of an item; a text on its line, so that a comment there stays."""
        if self._fits(node, value):
            yield Edit(self._start(node), self._close(node), inline(value))
        else:
            yield self._insert(lines[0], items([value], column))
            yield self._cut(*lines)

    def _replace(self, key: Node, node: Node, new: Value) -> Iterator[Edit]:
        """Put a value in place of another, on its line; a long list on lines of its own."""
        (first, *others), colon = block({"": new}, key.start_mark.column), self._colon(key)
        if is_block(node):
            yield self._cut(node.start_mark.line, self._after(node))
        written = colon if is_block(node) or is_nothing(node) else self._close(node)
        yield Edit(colon, written, first.partition(":")[2])
        if others:
            yield self._insert(bisect_right(self._starts, written), others)


def _fates(old: Sequence[Any], new: Sequence[Any]) -> Iterator[_Fate]:
    """Yield what becomes of the items of a list.

    Where items change beside some that come or go, an item is known by its first key.
    """
    for kind, i, j, k, m in _opcodes(map(repr, old), map(repr, new)):
        if kind != "replace" or j - i == m - k:
            yield kind, i, j, k, m
            continue
        for each, a, b, c, d in _opcodes(map(_name, old[i:j]), map(_name, new[k:m])):
            yield "replace" if each == "equal" else each, i + a, i + b, k + c, k + d


def _opcodes(old: Iterable[str], new: Iterable[str]) -> list[_Fate]:
    return SequenceMatcher(None, [*old], [*new], autojunk=False).get_opcodes()


def _name(item: Value) -> str:
    return repr(next(iter(item.items()), None) if isinstance(item, dict) else item)
