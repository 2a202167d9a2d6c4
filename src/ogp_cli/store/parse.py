"""The bytes of one YAML file to a document, or to what is wrong with them.

The YAML that is accepted is the part that a person expects: mappings, lists and scalars. Anchors,
aliases, tags, merge keys, a key written twice and a second document are refused: each would let a
file mean something else than it shows.
"""

from collections.abc import Iterator

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from ogp_cli.problem import Finding, Spot
from ogp_cli.store.document import Document, spot_of

MAX_BYTES = 1_000_000
# libyaml recurses in C, and dies with the process at some twenty thousand levels.
MAX_OPENERS = 10_000
MAX_DEPTH = 50


class _Parser(CParser):  # type: ignore[misc]  # the C module carries no types
    """libyaml's parser and composer; the document types plain scalars, not a resolver."""

    def resolve(self, *_: object) -> str:
        return ""

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def parse(data: bytes, file: str) -> tuple[Document | None, list[Finding]]:
    """Return the document in `data`, or None, and what is wrong with it as YAML."""
    finding = _guard(data, file)
    if finding:
        return None, [finding]
    try:
        findings = list(_anchors(data, file))
        root = None if findings else _Parser(data).get_single_node()
    except MarkedYAMLError as error:
        return None, [_syntax(error, file)]
    except YAMLError as error:
        offset, what = getattr(error, "position", 0), getattr(error, "reason", str(error))
        return None, [_not_text(data, offset, what, file)]
    if root:
        findings = list(_refused(root, file, 0))
    if findings:
        return None, findings
    return Document(file, root), []


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
        return _not_text(data, error.start, error.reason, file)
    openers = sum(map(data.count, (b"[", b"{", b"- ", b"-\n", b"-\t", b"-\r", b"? ", b"?\n")))
    if openers > MAX_OPENERS:
        return Finding(
            Spot(file),
            "the file has more than {limit} lists and items",
            "divide it, or remove the brackets that are not meant",
            {"limit": MAX_OPENERS},
        )
    return None


def _syntax(error: MarkedYAMLError, file: str) -> Finding:
    if error.context and error.context.startswith("expected a single document"):
        return _another_document(error, file)
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    spots = [Spot(file, mark.line + 1, mark.column + 1) for mark in marks] or [Spot(file)]
    return Finding(
        spots[0],
        "not valid YAML: {what}, {while}" if error.context else "not valid YAML: {what}",
        "look at this line and the one before: a quote, a bracket, a colon or an indent is off",
        {"what": error.problem or "cannot be read", "while": error.context or ""},
        spots[-1] if spots[-1] != spots[0] else None,
    )


def _another_document(error: MarkedYAMLError, file: str) -> Finding:
    spot = Spot(file, error.problem_mark.line + 1, error.problem_mark.column + 1)
    hint = "keep one, and move the other to a file of its own"
    return Finding(spot, "the file holds more than one document (---)", hint)


def _not_text(data: bytes, offset: int, what: str, file: str) -> Finding:
    """Report bytes that are not text, by their offset in the file."""
    before = data[:offset].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Finding(
        Spot(file, line, column),
        "not text in UTF-8: {what}",
        "save the file again as UTF-8, without control characters",
        {"what": what},
    )


def _anchors(data: bytes, file: str) -> Iterator[Finding]:
    """Find anchors and aliases. The composed nodes do not show them, the parser's events do."""
    if b"&" not in data and b"*" not in data:
        return
    parser = _Parser(data)
    while parser.check_event():
        event = parser.get_event()
        if getattr(event, "anchor", None) is not None:
            spot = spot_of(event, file)
            message = "anchors and aliases (& and *) are not used here"
            yield Finding(spot, message, "write the value out; put a text that starts so in quotes")


def _refused(node: Node, file: str, depth: int) -> Iterator[Finding]:
    """Find what is YAML but not accepted here."""
    spot = spot_of(node, file)
    if node.tag:
        yield Finding(spot, "tags (!) are not used here", "remove the tag")
        return
    if depth > MAX_DEPTH:
        yield Finding(spot, "nested too deeply", "remove the brackets that are not meant")
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
        if not isinstance(key, ScalarNode) or key.tag:
            yield Finding(
                spot, "a key is one plain word", "write the key without brackets or signs"
            )
        elif key.value == "<<" and not key.style:
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
