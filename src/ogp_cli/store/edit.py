"""A file of the data with other values: what does not change stays byte for byte.

Either keys of the file itself are written, each whole, or texts anywhere in it, each in its place.
The result is read again and compared with what was meant, so a file is edited rightly or not at
all.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.problem import Path
from ogp_cli.store.document import BOM, LINE_BREAK, YamlDocument, values_of
from ogp_cli.store.emit import block, inline
from ogp_cli.store.parse import parse


class _Edit(NamedTuple):
    """Text in place of what stands between two offsets."""

    start: int
    end: int
    text: str


def edited(data: bytes, file: str, values: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file, changed so that it is read as `values`, which the reader gives.

    A key whose value changes is written whole; a new one comes after the one before it in `values`.
    Raises `OgpError` where the file is no mapping, or is written so that it cannot be edited.
    """
    document, layout = _opened(data, file)
    return _checked(data, file, layout.apply(layout.of_keys(document, values)), values)


def with_texts(data: bytes, file: str, texts: Iterable[tuple[Path, str, str]]) -> bytes:
    """Return the bytes of a file with some texts replaced: each by its path, the old and the new.

    Raises `OgpError` where the old text is not there, or cannot be edited as it is written.
    """
    document, layout = _opened(data, file)
    edits, wanted = list[_Edit](), document.values
    for path, old, new in texts:
        node = document.node(path)
        if not isinstance(node, ScalarNode) or node.value != old:
            raise OgpError(
                _("{file} changed in the meantime").format(file=file), _("run this again")
            )
        edits.append(layout.of_text(node, new))
        wanted = _with(wanted, path, new)
    return _checked(data, file, layout.apply(edits), wanted)


def _opened(data: bytes, file: str) -> "tuple[YamlDocument, _Layout]":
    document = parse(data, file)[0]
    if document is None or not isinstance(document.root, MappingNode):
        raise OgpError(
            _("{file} cannot be edited").format(file=file),
            _("to see what is wrong in it, run: ogp check"),
        )
    return document, _Layout(data.decode().removeprefix(BOM))


def _checked(data: bytes, file: str, text: str, wanted: object) -> bytes:
    """Return a text in bytes, with the byte order mark of `data`, if it is read as was meant."""
    new = (BOM * data.decode().startswith(BOM) + text).encode()
    again = parse(new, file)[0]
    if again is None or again.values != wanted:
        hint = _("write one key or item per line, without brackets, and run this again")
        raise OgpError(_("{file} is written so that it cannot be edited").format(file=file), hint)
    return new


def _with(values: Any, path: Path, text: str) -> Any:  # noqa: ANN401 - any value
    """Return values with another text at a path."""
    if not path:
        return text
    step, *others = path
    child = _with(values[step], tuple(others), text)
    if isinstance(values, dict):
        return {**values, step: child}
    return tuple(child if index == step else each for index, each in enumerate(values))


class _Layout:
    """The lines of a text, and where the nodes of its document stand in it."""

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
            position = max(position, edit.end)
        return "".join([*parts, self._text[position:]])

    def of_text(self, node: ScalarNode, text: str) -> _Edit:
        """Return the edit that puts a text in place of another."""
        start = self._offset(node.start_mark.line, node.start_mark.column)
        return _Edit(start, self._close(node), inline(text))

    def of_keys(self, document: YamlDocument, new: Mapping[str, Any]) -> Iterator[_Edit]:
        """Yield the edits of the keys of a file: what comes last stands at its end."""
        root: Any = document.root
        last = [*new][-1:]
        pairs = {key.value: (key, value) for key, value in root.value}
        for name, (key, value) in pairs.items():
            if name not in new:
                yield self._lines(key.start_mark.line, self._after(value))
            elif repr(values_of(value)) != repr(new[name]):
                yield from self._replace(key, value, new[name])
        line = root.start_mark.line
        for name, value in new.items():
            if name in pairs:
                line = self._after(pairs[name][1])
            else:
                place = self._without_empty(len(self._starts)) if [name] == last else line
                yield self._lines(place, place, block({name: value}, root.start_mark.column))

    def _replace(self, key: Node, node: Node, new: object) -> Iterator[_Edit]:
        """Put a value in place of another, on its line; a long one on lines of its own."""
        first, *others = block({"": new}, key.start_mark.column)
        colon = self._text.index(":", self._offset(key.end_mark.line, key.end_mark.column)) + 1
        if _is_block(node):
            yield _Edit(colon, colon, first.partition(":")[2])
            yield self._lines(node.start_mark.line, self._after(node), others)
            return
        is_nothing = isinstance(node, ScalarNode) and not node.value and not node.style
        end = colon if is_nothing else self._close(node)
        yield _Edit(colon, end, first.partition(":")[2])
        if others:
            line = bisect_right(self._starts, end)
            yield self._lines(line, line, others)

    def _close(self, node: Node) -> int:
        """Return the offset behind the last character of a value."""
        if _is_block_text(node):
            return self._ends[self._after(node) - 1]
        return self._offset(node.end_mark.line, node.end_mark.column)

    def _after(self, node: Node) -> int:
        """Return the line after the last one that a value stands on, comments aside."""
        while _is_block(node):
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        if _is_block_text(node):
            return self._without_empty(node.end_mark.line + (node.end_mark.column > 0))
        return int(node.end_mark.line) + 1

    def _lines(self, first: int, after: int, lines: Sequence[str] = ()) -> _Edit:
        """Return the edit that puts lines in place of those from `first` to before `after`."""
        starts, text = [*self._starts, len(self._text)], self._break.join(lines)
        if after < len(self._starts):
            text += self._break * bool(lines)
        elif first == after:  # the last line has no break
            text = self._break + text
        return _Edit(starts[first], starts[after], text)

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


def _is_block_text(node: Node) -> bool:
    """Whether a node is a text on the lines below `|` or `>`."""
    return getattr(node, "style", None) in ("|", ">")
