"""Values as YAML, written as a person would: text without quotes wherever every reader allows it.

A reader of YAML 1.1 or 1.2 that knows nothing of this data takes `1.10` for a number, `no` for
false and `12:30` for 750. What is text here is text there too; only a day stays without quotes, as
people type it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from ruamel.yaml.resolver import implicit_resolvers

from ogp_cli.models.types import day_of
from ogp_cli.store.parse import parse

# What a reader of YAML takes for something other than text: those of both versions.
_TYPED = [pattern for _, _, pattern, _ in implicit_resolvers]
# What has to be escaped: control characters, and what only some readers count as a line break.
_ESCAPED = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"


def inline(value: Any) -> str:  # noqa: ANN401 - any value of the reader
    """Return a value as it stands on one line; lists and mappings in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(k)}: {inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(inline, value)) + "]"
    return _scalar(value)


def block(values: Mapping[str, Any], column: int) -> list[str]:
    """Return a mapping as lines from a column, a key a line; lists of mappings an item a line."""
    lines = []
    for key, value in values.items():
        start = f"{' ' * column}{_scalar(key)}:"
        if isinstance(value, Mapping) and value:
            lines += [start, *block(value, column + 2)]
        elif _is_long(value):
            lines += [start, *items(value, column)]
        else:
            lines.append(f"{start} {inline(value)}")
    return lines


def items(values: Sequence[Any], column: int) -> list[str]:
    """Return the items of a list as lines, each after a dash that stands in a column."""
    lines = []
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *others = block(value, column + 2)
            lines += [f"{' ' * column}- {first.lstrip(' ')}", *others]
        else:
            lines.append(f"{' ' * column}- {inline(value)}")
    return lines


def _is_long(value: object) -> bool:
    """Whether a value is a list of mappings, which takes a line for each."""
    return isinstance(value, Sequence) and bool(value) and isinstance(value[0], Mapping)


@lru_cache(maxsize=1024)
def _scalar(value: str | int | bool | None) -> str:
    """Return a scalar in the plainest way in which every reader takes it for what it is."""
    if not isinstance(value, str):
        return json.dumps(value)
    if re.search(_ESCAPED, value):
        quoted = json.dumps(value, ensure_ascii=False)
        return re.sub(_ESCAPED, lambda each: f"\\u{ord(each[0]):04x}", quoted)
    return value if _is_plain(value) else "'" + value.replace("'", "''") + "'"


def _is_plain(value: str) -> bool:
    """Whether a text can stand without quotes."""
    is_typed = any(pattern.match(value) for pattern in _TYPED) and not day_of(value)
    # At the start of a line, or behind a dash, these are signs.
    if is_typed or value == "-" or value.startswith(("---", "...")):
        return False
    document, _ = parse(f"k: [{value}]\n".encode("utf-8", "surrogatepass"), "")
    return document is not None and document.values == {"k": (value,)}
