"""From the bytes of a YAML file to a document, or to what is wrong with them.

Only a part of YAML is accepted: mappings, lists and scalars. Anchors, aliases, tags, merge keys,
duplicate keys, a text cut short by a comment and a second document are refused, because with them
a file can mean something other than what it shows.
"""

import re
from itertools import islice
from typing import Any

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import Node
from ruamel.yaml.reader import ReaderError

from ogp_cli.problem import Finding, Spot
from ogp_cli.store import refused
from ogp_cli.store.composer import Composer
from ogp_cli.store.document import (
    OddError,
    YamlDocument,
    code_of,
    split_lines,
    spot_after,
    values_of,
)
from ogp_cli.store.syntax import syntax

# The most mistakes that are reported for one file.
MOST = 100
# What may be a text that is cut short: refused.py looks whether it is. To look for the # first is
# ten times faster than for the space before it.
_COMMENT = re.compile(rb"#(?<=[ \t]#)[^ \t\r\n#]")
# What may be a tag without a name, or an exclamation mark in a text.
_BANG = re.compile(rb"(?<![^\s\[{,])!(?![^\s\]},])")
# With fewer lists and mappings than this, composing cannot exhaust the stack: libyaml recurses in
# C, and crashes the process at some thousands of levels.
_FEW_OPENERS = 1_000


def parse(data: bytes, file: str) -> tuple[YamlDocument | None, list[Finding]]:
    """Return the document in `data`, or None, and what is wrong with it as YAML."""
    finding = _guard(data, file)
    if finding:
        return None, [finding]
    try:
        findings = _refused_events(data, file)
        root: Any = None if findings else Composer(data).get_single_node()
    except MarkedYAMLError as error:
        return None, [syntax(error, data, file)]
    except ReaderError as error:
        return None, [_control(chr(error.character), data, file)]
    if root is not None and _COMMENT.search(data):
        findings = _refused(root, data, file)
    if findings:
        return None, findings
    try:
        return YamlDocument(file, root, None if root is None else values_of(root)), []
    except OddError:
        return None, _refused(root, data, file)


def _guard(data: bytes, file: str) -> Finding | None:
    """Refuse bytes that are not UTF-8 (libyaml accepts UTF-16), and files that are too large."""
    if len(data) > Composer.most_bytes:
        return Finding(
            Spot(file),
            "the file is larger than {limit} bytes",
            "files here are a few thousand bytes; is this the right one?",
            {"limit": Composer.most_bytes},
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Finding(
            spot_after(data[: error.start], file),
            "the file is not text in UTF-8",
            "save it again as UTF-8; in Word and Notepad that is a choice of “Save as”",
        )
    return None


def _control(character: str, data: bytes, file: str) -> Finding:
    at = spot_after(data[: data.index(character.encode())], file)
    said = "a control character (U+{code})"
    return Finding(at, said, "remove the character", code_of(character))


def _refused_events(data: bytes, file: str) -> list[Finding]:
    openers = sum(map(data.count, b"[{-?"))
    signs = b"&" in data or b"*" in data or (b"!" in data and _BANG.search(data))
    if not signs and openers < _FEW_OPENERS:
        return []
    return list(islice(refused.by_event(Composer(data), file), MOST))


def _refused(root: Node, data: bytes, file: str) -> list[Finding]:
    return list(islice(refused.by_node(root, split_lines(data), file), MOST))
