"""The data of a record for programs: the content of its file."""

from typing import Any

from ogp_cli.models.base import Part, Record


def facts(record: Record) -> dict[str, Any]:
    """Return a record's id, and the keys of its file that have a value.

    Texts are as in the file: a string, or a string by language. `accept` is left out, because it is
    only for `ogp check`.
    """
    return {"id": record.id, **facts_of(record)}


def facts_of(part: Part) -> dict[str, Any]:
    """Return the keys of a part of a file that have a value, as `facts` does."""
    said: dict[str, Any] = _said(part.model_dump(by_alias=True))
    return said


def _said(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    if isinstance(value, dict):
        return {k: _said(v) for k, v in value.items() if v not in (None, (), {}) and k != "accept"}
    return list(map(_said, value)) if isinstance(value, tuple) else value
