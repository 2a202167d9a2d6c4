"""The bytes of one YAML file to a document, or to what is wrong with them.

The YAML that is accepted is the part that a person expects: mappings, lists and scalars. Anchors,
aliases, tags, merge keys, a key written twice and a second document are refused: each would let a
file mean something else than it shows.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, ScalarNode
from ruamel.yaml.reader import ReaderError
from ruamel.yaml.tag import Tag

from ogp_cli.problem import Finding, Spot
from ogp_cli.store.document import (
    MAX_DEPTH,
    NO_TAG,
    Document,
    OddError,
    is_merge,
    lines_of,
    spot_of,
    values_of,
)
from ogp_cli.store.syntax import syntax

MAX_BYTES = 1_000_000
# So many mistakes in one file are reported; the rest shows once these are mended.
MOST = 100
# With fewer lists and mappings than this, composing cannot exhaust the stack: libyaml recurses in
# C there, and dies with the process at some thousands of levels.
_FEW_OPENERS = 1_000


class _Parser(CParser):  # type: ignore[misc]  # the C module carries no types
    """libyaml's parser and composer; the document types plain scalars, not a resolver."""

    def resolve(self, *_: object) -> Tag:
        return NO_TAG

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def parse(data: bytes, file: str) -> tuple[Document | None, list[Finding]]:
    """Return the document in `data`, or None, and what is wrong with it as YAML."""
    finding = _guard(data, file)
    if finding:
        return None, [finding]
    try:
        findings = list(islice(_refused_events(data, file), MOST))
        root = None if findings else _Parser(data).get_single_node()
    except MarkedYAMLError as error:
        return None, [syntax(error, data, file)]
    except ReaderError as error:
        return None, [_control(error, data, file)]
    if findings:
        return None, findings
    try:
        return Document(file, root, values_of(root) if root else None), []
    except OddError:
        return None, list(islice(_refused(root, file), MOST))


def _guard(data: bytes, file: str) -> Finding | None:
    """Refuse what is not UTF-8 (libyaml would take UTF-16), and what would exhaust the parser."""
    if len(data) > MAX_BYTES:
        return Finding(
            Spot(file),
            "the file is larger than {limit} bytes",
            "a commitment or a meeting is a few thousand; is this the right file?",
            {"limit": MAX_BYTES},
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Finding(
            _spot(data[: error.start], file),
            "the file is not text in UTF-8",
            "save it again as UTF-8; in Word and Notepad that is a choice of “Save as”",
        )
    return None


def _control(error: ReaderError, data: bytes, file: str) -> Finding:
    at = _spot(data[: error.position], file)
    code = {"code": f"{error.character:04X}"}
    return Finding(at, "a control character (U+{code})", "remove the character", code)


def _spot(before: bytes, file: str) -> Spot:
    """Return where a file goes on after some bytes."""
    *lines, line = lines_of(before)
    return Spot(file, len(lines) + 1, len(line) + 1)


def _refused_events(data: bytes, file: str) -> Iterator[Finding]:
    """Find what must not be composed, from the parser's events, which come without recursion.

    Anchors and aliases show only there; and a nesting that would exhaust the stack.
    """
    openers = sum(map(data.count, b"[{-?"))
    if b"&" not in data and b"*" not in data and openers < _FEW_OPENERS:
        return
    parser, depth = _Parser(data), 0
    while parser.check_event():
        event = parser.get_event()
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            yield _too_deep(event, file)
            return
        if getattr(event, "anchor", None) is not None:
            message = "anchors and aliases (& and *) are not used here"
            hint = "write the value out; put a text that starts so in quotes"
            yield Finding(spot_of(event, file), message, hint)


def _too_deep(at: Any, file: str) -> Finding:  # noqa: ANN401 - a node or an event
    return Finding(spot_of(at, file), "nested too deeply", "remove the brackets that are not meant")


def _refused(node: Any, file: str, depth: int = 0) -> Iterator[Finding]:  # noqa: ANN401 - a node
    """Find what is YAML but not accepted here."""
    if node.ctag is not NO_TAG:
        yield Finding(spot_of(node, file), "tags (!) are not used here", "remove the tag")
        return
    if depth > MAX_DEPTH:
        yield _too_deep(node, file)
        return
    if isinstance(node, MappingNode):
        yield from _refused_keys(node, file)
        for _, child in node.value:
            yield from _refused(child, file, depth + 1)
    elif not isinstance(node, ScalarNode):
        for child in node.value:
            yield from _refused(child, file, depth + 1)


def _refused_keys(node: MappingNode, file: str) -> Iterator[Finding]:
    seen: dict[str, Spot] = {}
    for key, _ in node.value:
        spot = spot_of(key, file)
        if not isinstance(key, ScalarNode) or key.ctag is not NO_TAG:
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
