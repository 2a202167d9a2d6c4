"""One YAML file as plain values, and the line and column of each.

Unquoted `true`, `false`, `null` and whole numbers are what they say; everything else is text, `no`
and `2024-03-21` and `010` included.
"""

import re
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from ogp_cli.problem import Path, Spot

Value = None | bool | int | str | tuple["Value", ...] | dict[str, "Value"]

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")


# What libyaml counts as the end of a line.
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a file as the parser counts them, without a byte order mark."""
    return _LINE_BREAK.split(data.decode("utf-8", "replace").removeprefix("\ufeff"))


def spot_of(node: Any, file: str) -> Spot:  # noqa: ANN401 - a node or an event
    """Return where a node or an event of the parser starts."""
    return Spot(file, node.start_mark.line + 1, node.start_mark.column + 1)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, by its root node; None where it is empty."""

    file: str
    root: Node | None

    @property
    def values(self) -> Value:
        """The file as dicts, tuples, strings, integers, booleans and None."""
        return _value(self.root) if self.root else None

    def spot(self, path: Path, *, key: bool = False, offset: int = 0) -> Spot:
        """Return where a node stands, or a character of its text where that is on one line.

        A path that leads nowhere gives the spot of its nearest ancestor.
        """
        name, node = self.root, self.root
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            name, node = child
        found = name if key else node
        if found is None:
            return Spot(self.file)
        spot = spot_of(found, self.file)
        return Spot(spot.file, spot.line, spot.column + _shift(found, offset))


def _shift(node: Node, offset: int) -> int:
    """Return how many columns after a node's start a character of its text stands, if it can."""
    written = node.end_mark.column - node.start_mark.column
    if not isinstance(node, ScalarNode) or node.start_mark.line != node.end_mark.line:
        return 0
    quotes = written - len(node.value)  # more than the two where one inside is escaped
    return offset + quotes // 2 if offset and quotes in {0, 2} else 0


def _value(node: Node) -> Value:
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, MappingNode):
        return {key.value: _value(child) for key, child in node.value}
    return tuple(_value(child) for child in node.value)


def _scalar(node: ScalarNode) -> Value:
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _child(node: Node | None, step: str | int) -> tuple[Node, Node] | None:
    """Return the key and the value under a mapping's key, or a list's item as both."""
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if node is None or isinstance(node, ScalarNode) or not isinstance(step, int):
        return None
    return (node.value[step], node.value[step]) if 0 <= step < len(node.value) else None
