"""Files to begin with: values as YAML, with comments between them."""

from collections.abc import Iterable, Mapping
from typing import Any

from ogp_cli.edit.change import Change
from ogp_cli.store.emit import block, items


def new_file(file: str, *parts: str | Mapping[str, Any]) -> Change:
    """Return a file that is to be created, of comments and of values, in order.

    A key whose value is None is left out. An empty list is written, for a person to fill in.
    """
    lines = [line for each in parts for line in _lines(each)]
    return Change(file, None, "".join(f"{line}\n" for line in lines).encode())


def comment(text: str, lines: Iterable[str] = ()) -> str:
    """Return a comment: a text, and lines below it; "" where there are none."""
    below = list(lines)
    return "\n".join([text, *below]) if below else ""


def _lines(part: str | Mapping[str, Any]) -> list[str]:
    if isinstance(part, str):
        return [f"# {line}" for line in part.splitlines()]
    return [line for key, value in part.items() if value is not None for line in _key(key, value)]


def _key(key: str, value: Any) -> list[str]:  # noqa: ANN401 - any value of the reader
    """Return the lines of a key; a list of texts takes a line for each."""
    is_texts = isinstance(value, list) and value and isinstance(value[0], str)
    return [f"{key}:", *items(value, 0)] if is_texts else block({key: value}, 0)
