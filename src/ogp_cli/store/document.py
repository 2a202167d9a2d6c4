"""One YAML file as plain values, and the line and column of each.

Unquoted `true`, `false`, `null` and whole numbers have their own types. Everything else is text,
including `no`, `2024-03-21` and `010`.
"""

import re
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode
from ruamel.yaml.tag import Tag

from ogp_cli.problem import Path, Spot

Value = None | bool | int | str | tuple["Value", ...] | dict[str, "Value"]

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")

MAX_DEPTH = 50
# The tag of every node without one in the file: a single object, so that comparing it is fast.
NO_TAG = Tag(suffix="")

# What libyaml counts as the end of a line.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
BOM = "\ufeff"


def split_lines(data: bytes) -> list[str]:
    """Return the lines of a file as the parser counts them, without a byte order mark."""
    return LINE_BREAK.split(data.decode("utf-8", "replace").removeprefix(BOM))


def spot_of(node: Any, file: str) -> Spot:  # noqa: ANN401 - a node or an event
    """Return where a node or an event of the parser starts."""
    start, end = node.start_mark, node.end_mark
    is_seen = start.line == end.line and start.column < end.column
    return Spot(file, start.line + 1, start.column + 1, end.column + 1 if is_seen else None)


def spot_after(before: bytes, file: str) -> Spot:
    """Return the spot just after the first bytes of a file."""
    *lines, line = split_lines(before)
    return Spot(file, len(lines) + 1, len(line) + 1)


def code_of(character: str) -> dict[str, str]:
    """Return the code point of a character, for a message about one that cannot be seen."""
    return {"code": f"{ord(character):04X}"}


class OddError(Exception):
    """A file uses YAML that is not accepted here; parse.py then finds where and what."""


class YamlDocument:
    """A YAML file: its root node (None if it is empty), and its values.

    The values are dicts, tuples, strings, integers, booleans and None.
    """

    def __init__(self, file: str, root: Node | None, values: Value) -> None:
        self.file, self.root, self.values = file, root, values
        # The pairs of a mapping by their keys, made once for each that is asked for.
        self._pairs: dict[int, dict[str, tuple[Node, Node]]] = {}

    def node(self, path: Path) -> Node | None:
        """Return the node of a value, or None if there is none at the path."""
        node = self.root
        for step in path:
            child = self._child(node, step)
            if child is None:
                return None
            _, node = child
        return node

    def spot(self, path: Path, *, key: bool = False, offset: int = 0) -> Spot:
        """Return the spot of a node, or of a character of its text if the text is on one line.

        An unknown path gives the spot of its nearest ancestor.
        """
        name, node = self.root, self.root
        for step in path:
            child = self._child(node, step)
            if child is None:
                break
            name, node = child
        found = name if key else node
        if found is None:
            return Spot(self.file)
        spot = spot_of(found, self.file)
        shift = _shift(found, offset)
        if not shift:
            return spot
        column = spot.column + shift
        return Spot(spot.file, spot.line, column, column + 1)

    def _child(self, node: Node | None, step: str | int) -> tuple[Node, Node] | None:
        """Return the key and value nodes of a mapping's key; for a list's item, the item twice."""
        if isinstance(node, MappingNode):
            if id(node) not in self._pairs:
                self._pairs[id(node)] = {key.value: (key, value) for key, value in node.value}
            return self._pairs[id(node)].get(str(step))
        if node is None or isinstance(node, ScalarNode) or not isinstance(step, int):
            return None
        return (node.value[step], node.value[step]) if 0 <= step < len(node.value) else None


def _shift(node: Node, offset: int) -> int:
    """Return how many columns after the start of a node a character is, or 0 if unknown."""
    written = node.end_mark.column - node.start_mark.column
    if not isinstance(node, ScalarNode) or node.start_mark.line != node.end_mark.line:
        return 0
    quotes = written - len(node.value)  # more than two if a character is escaped
    return offset + quotes // 2 if offset and quotes in {0, 2} else 0


def values_of(node: Node, depth: int = 0) -> Value:
    """Return the value of a node.

    Raises `OddError` for a tag, a merge key, a duplicate key, a key that is not a word, and a node
    that is nested too deeply.
    """
    if node.ctag is not NO_TAG or depth > MAX_DEPTH:
        raise OddError
    if type(node) is ScalarNode:
        return _scalar(node)
    if type(node) is not MappingNode:
        return tuple([values_of(child, depth + 1) for child in node.value])
    values = {_key(key): values_of(child, depth + 1) for key, child in node.value}
    if len(values) < len(node.value):
        raise OddError
    return values


def _key(node: Node) -> str:
    if type(node) is not ScalarNode or node.ctag is not NO_TAG or is_merge(node):
        raise OddError
    text: str = node.value
    return text


def is_merge(key: ScalarNode) -> bool:
    """Whether a key is a merge key, which takes the keys of another mapping."""
    return key.value == "<<" and not key.style


def _scalar(node: ScalarNode) -> Value:
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text
