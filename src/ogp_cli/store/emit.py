"""Values as YAML, written as a person would: text without quotes wherever the reader allows it."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from ogp_cli.store.parse import parse


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
    """Return a scalar in the plainest way in which the reader reads it as what it is."""
    if not isinstance(value, str):
        return json.dumps(value)
    ways = (
        value,
        "'" + value.replace("'", "''") + "'",
        json.dumps(value, ensure_ascii=False),
        json.dumps(value),
    )
    return next((way for way in ways if _reads_as(way, value)), ways[-1])


def _reads_as(way: str, value: str) -> bool:
    document, _ = parse(f"k: [{way}]\n".encode("utf-8", "surrogatepass"), "")
    return document is not None and document.values == {"k": (value,)} and "\n" not in way
