"""The message for a mistake in the shape of a file: the model's own, or one by pydantic's type."""

from collections.abc import Mapping
from typing import NamedTuple

from ogp_cli.models.base import fields_of
from ogp_cli.models.refusal import REFUSED
from ogp_cli.nearest import nearest
from ogp_cli.problem import Finding, Quoted
from ogp_cli.store.document import Document
from ogp_cli.store.mistake import Mistake, tags


class _Said(NamedTuple):
    message: str
    hint: str
    values: Mapping[str, object] = {}


def explain(mistake: Mistake, document: Document) -> Finding:
    """Return the finding for a mistake in a document."""
    said = _say(mistake)
    values = {"value": _shown(mistake.value), "key": mistake.step, **mistake.context, **said.values}
    spot = document.spot(mistake.path, key=mistake.on_key)
    return Finding(spot, said.message, said.hint, values)


def _say(mistake: Mistake) -> _Said:
    value, kind = mistake.value, mistake.kind
    if kind == "unknown":
        return _unknown_key(mistake)
    if value is None and kind != "missing":
        return _NOTHING if mistake.path else _EMPTY_FILE
    if kind == "literal_error":
        return _not_one_of(mistake)
    if kind == "dataclass_type":
        keys = ", ".join(each for each in mistake.keys if each != "accept")
        return _Said("{value} has no keys", "write one “key: value” a line: {keys}", {"keys": keys})
    if kind == REFUSED:
        return _refused(mistake)
    return _SAID.get(kind, _Said("{value} does not belong here", ""))


_NOTHING = _Said("“{key}” has no value", "write the value after the colon, or remove the line")
_EMPTY_FILE = _Said("the file is empty", "fill it in, or remove it")
_SAID = {
    "missing": _Said("“{key}” is missing", "add a line that starts with “{key}:”"),
    "string_type": _Said("{value} is not text", "put the text in quotes"),
    "int_type": _Said(
        "{value} is not a whole number", "write it in Latin digits (0 to 9), without quotes"
    ),
    "bool_type": _Said("{value} is neither true nor false", "write true or false, without quotes"),
    "greater_than_equal": _Said("{value} is too small", "the smallest is {ge}"),
    "tuple_type": _Said(
        "{value} is not a list",
        "put it in brackets, as in [1, 2], or write one item a line, each after “- ”",
    ),
    "dict_type": _Said("{value} has no keys", "write one “key: value” a line"),
    "too_short": _Said("the list is empty", "add an item, or remove the key"),
}


def _shown(value: object) -> str:
    """Return a value as a message shows it: short, and quoted if it is text."""
    if isinstance(value, str):
        return Quoted(f"{value[:40]}…" if len(value) > 40 else value)  # noqa: PLR2004
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else "this"


def _refused(mistake: Mistake) -> _Said:
    if isinstance(mistake.step, int) and "،" in str(mistake.value):
        return _Said("{value} is one item", "between items, write the Latin comma (,)")
    return _Said(mistake.context["message"], mistake.context["hint"])


def _not_one_of(mistake: Mistake) -> _Said:
    words = mistake.context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    near = nearest(str(mistake.value), words)
    hint = "did you mean “{near}”?" if near else "use {expected}"
    values = {"near": near, "expected": ", ".join(words)}
    return _Said("{value} is not one of the words used here", hint, values)


def _unknown_key(mistake: Mistake) -> _Said:
    key = str(mistake.step)
    owners = [_written(each) for each in mistake.union if key in fields_of(each)]
    if owners:
        hint = "remove the line, or write “{kind}”"
        return _Said("“{key}” is only for “{kind}”", hint, {"kind": ", ".join(owners)})
    near = nearest(key, mistake.keys)
    hint = "did you mean “{near}”?" if near else "the keys here are {keys}"
    values = {"near": near, "keys": ", ".join(mistake.keys)}
    return _Said("“{key}” is not a key here", hint, values)


def _written(model: type) -> str:
    """Return how a file says that it means a member of a union: `step: cancelled`, or `cancel`."""
    key: str = model.KEY  # type: ignore[attr-defined]
    return ", ".join(key if tag == key else f"{key}: {tag}" for tag in tags(model))
