"""YAML that is not accepted here, because the file could mean something other than it shows."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from ogp_cli.problem import Finding, Spot
from ogp_cli.store.composer import Composer
from ogp_cli.store.document import (
    MAX_DEPTH,
    NO_TAG,
    YamlDocument,
    code_of,
    is_merge,
    split_lines,
    spot_of,
)
from ogp_cli.store.syntax import ANCHOR, TAG

# A comment that is most likely meant as text: “Title #1”, of which YAML reads “Title”.
_COMMENT = re.compile(r"\s*(#[^\s#]\S*)")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

_ODD_INDENTATION = re.compile(rb"\n(?:  )* [^ #\r\n]")


def by_event(parser: Composer, file: str) -> Iterator[Finding]:
    """Find what must not be composed: anchors, aliases and too deep nesting.

    Anchors, aliases and a tag without a name (!) show only there; and a nesting that would exhaust
    the stack.
    """
    depth = 0
    while parser.check_event():
        event = parser.get_event()
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            yield _too_deep(event, file)
            return
        if getattr(event, "anchor", None) is not None:
            yield ANCHOR.at(spot_of(event, file))
        if str(getattr(event, "ctag", "")) == "!":
            yield TAG.at(spot_of(event, file))


def _too_deep(at: Any, file: str) -> Finding:  # noqa: ANN401 - a node or an event
    return Finding(spot_of(at, file), "nested too deeply", "remove the brackets that are not meant")


def by_node(node: Node, lines: Sequence[str], file: str, depth: int = 0) -> Iterator[Finding]:
    """Find tags, merge keys, wrong or duplicate keys, and texts that a comment cuts short.

    `lines` are the lines of the file.
    """
    if node.ctag is not NO_TAG:
        yield TAG.at(spot_of(node, file))
        return
    if depth > MAX_DEPTH:
        yield _too_deep(node, file)
        return
    if isinstance(node, MappingNode):
        yield from _keys(node, file)
        for _, child in node.value:
            yield from by_node(child, lines, file, depth + 1)
    elif isinstance(node, ScalarNode):
        yield from _cut_short(node, lines, file)
    else:
        for child in node.value:
            yield from by_node(child, lines, file, depth + 1)


def _keys(node: MappingNode, file: str) -> Iterator[Finding]:
    seen: dict[str, Spot] = {}
    for key, _ in node.value:
        spot = spot_of(key, file)
        if key.ctag is not NO_TAG:
            yield TAG.at(spot)
        elif not isinstance(key, ScalarNode):
            yield Finding(
                spot, "a key is one plain word", "write the key without brackets or signs"
            )
        elif is_merge(key):
            yield Finding(spot, "merge keys (<<) are not used here", "write the keys out")
        elif key.value in seen:
            yield Finding(
                spot,
                "“{key}” is written twice",
                "keep one of the two",
                {"key": key.value},
                seen[key.value],
            )
        else:
            seen[key.value] = spot


def _cut_short(node: ScalarNode, lines: Sequence[str], file: str) -> Iterator[Finding]:
    line, column = node.end_mark.line, node.end_mark.column
    comment = None if node.style or line >= len(lines) else _COMMENT.match(lines[line], column)
    if comment:
        yield Finding(
            Spot(file, line + 1, comment.start(1) + 1),
            "“{comment}” is a comment here, not text",
            "put the whole text in quotes; or write a space after #, if it is a comment",
            {"comment": comment[1]},
        )


def hidden(data: bytes, file: str) -> Iterator[Finding]:
    """Find bidirectional controls, also in comments: they make a line look different.

    See "Trojan Source" (CVE-2021-42574). The bytes must be UTF-8.
    """
    if b"\xe2\x80" not in data and b"\xe2\x81" not in data:
        return
    for number, line in enumerate(split_lines(data), 1):
        for match in _BIDI.finditer(line):
            yield Finding(
                Spot(file, number, match.start() + 1),
                "a bidirectional control character (U+{code}) hides what this line really says",
                "remove the character; every format sets the direction itself",
                code_of(match[0]),
            )


def uneven(data: bytes, document: YamlDocument | None, file: str) -> list[Finding]:
    """Find the first line that is indented by an odd number of spaces: one was added or lost."""
    if document is None or document.root is None or not _ODD_INDENTATION.search(data):
        return []
    message = "this line is indented by an odd number of spaces"
    hint = "indent it by two spaces more than what it belongs to"
    odd = (each for each in _blocks(document.root) if each.start_mark.column % 2)
    return [Finding(spot_of(each, file), message, hint) for each in islice(odd, 1)]


def _blocks(node: Node) -> Iterator[Node]:
    """Yield the lists and mappings that are written in lines of their own."""
    if not isinstance(node, CollectionNode) or node.flow_style:
        return
    yield node
    for child in node.value:
        yield from _blocks(child[1] if isinstance(node, MappingNode) else child)
