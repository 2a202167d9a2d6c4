"""One YAML file as plain values, and the line and column of each.

Unquoted `true`, `false`, `null` and whole numbers are what they say; everything else is text, `no`
and `2024-03-21` and `010` included.
"""

import re
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from ogp_cli.problem import Path, Spot

Value = None | bool | int | str | tuple["Value", ...] | dict[str, "Value"]

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")


def spot_of(node: Node, file: str) -> Spot:
    """Return where a node starts."""
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

    def spot(self, path: Path, *, key: bool = False) -> Spot:
        """Return where a node stands; a path that leads nowhere, its nearest ancestor."""
        name, node = self.root, self.root
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            name, node = child
        found = name if key else node
        return spot_of(found, self.file) if found else Spot(self.file)


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
