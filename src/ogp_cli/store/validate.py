"""From plain values to a model, and from pydantic's errors to findings at their line."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ogp_cli.models import base, plan, types
from ogp_cli.models.base import Identity, fields_of, is_model
from ogp_cli.nearest import nearest
from ogp_cli.problem import Finding, Path, Quoted
from ogp_cli.store.document import Document, Value
from ogp_cli.store.parse import MOST

M = TypeVar("M")


def validate(
    model: type[M], document: Document, identity: Identity
) -> tuple[M | None, list[Finding]]:
    """Return the model that the document describes, or None and what is wrong with its shape."""
    kind: type = model
    try:
        return _adapter(kind).validate_python(document.values, context=identity), []
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MOST]
        details = [(_path(each, document.values), each) for each in errors]
        found = (_finding(model, document, path, each) for path, each in _once(model, details))
        return None, list(found)


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


Detail = tuple[Path, ErrorDetails]

# A key too many, of a file and of a part of one.
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}


def _once(model: type, details: list[Detail]) -> Iterator[Detail]:
    """Leave out what is reported already: a missing key that is misspelt, a list of wrong items."""
    meant = {
        (*path[:-1], nearest(str(path[-1]), _keys(model, path[:-1])))
        for path, error in details
        if error["type"] in _UNKNOWN
    }
    above = {path[:-1] for path, _ in details}
    for path, error in details:
        is_meant = error["type"] == "missing" and path in meant
        # A list whose items are all refused is not empty.
        is_empty = error["type"] == "too_short" and path not in above
        if not is_meant and (is_empty or error["type"] != "too_short"):
            yield path, error


def _path(error: ErrorDetails, values: Value) -> Path:
    """Return an error's path through the file, without the steps that pydantic adds to it.

    It adds the tags of unions, and a mark where a key is meant; neither is in the file. The last
    step of a key that is unknown or missing is the key itself.
    """
    loc = error["loc"]
    named = loc[-1:] if error["type"] in {*_UNKNOWN, "missing"} else ()
    path: list[str | int] = []
    for step in loc[: len(loc) - len(named)]:
        if isinstance(values, dict) and step in values:
            values = values[str(step)]
        elif isinstance(values, tuple) and isinstance(step, int):
            values = values[step]
        else:
            continue
        path.append(step)
    return (*path, *named)


class _Said(NamedTuple):
    message: str
    hint: str
    values: Mapping[str, object]


def _finding(model: type, document: Document, path: Path, error: ErrorDetails) -> Finding:
    on_key = error["type"] in _UNKNOWN or error["loc"][-1:] == ("[key]",)
    said = _explain(model, path, error)
    return Finding(document.spot(path, key=on_key), said.message, said.hint, said.values)


def _explain(model: type, path: Path, error: ErrorDetails) -> _Said:
    value, kind = error["input"], error["type"]
    values = {"value": _shown(value), "key": path[-1] if path else "", **error.get("ctx", {})}
    if kind in _UNKNOWN:
        return _unknown_key(model, path)
    if kind == "dataclass_type":
        values["keys"] = ", ".join(sorted(_keys(model, path) - {"accept"}))
    if kind == "string_pattern_mismatch" and "،" in str(value):
        return _Said("{value} is one item", "between items, write the Latin comma (,)", values)
    if kind == "literal_error":
        return _not_one_of(error, values)
    if kind == "string_pattern_mismatch":
        return _Said(*_PATTERNS[error["ctx"]["pattern"]], values)
    if value is None and kind != "missing":
        return _Said(*(_NOTHING if path else _EMPTY_FILE), values)
    return _Said(*_SAID.get(kind, ("{value} does not belong here", "")), values)


_NOTHING = ("“{key}” has no value", "write the value after the colon, or remove the line")
_EMPTY_FILE = ("the file is empty", "fill it in, or remove it")

_DAY = "write the day as year-month-day, as in 2024-03-21"
_HOUR = "write the day and the hour, as in 2024-03-25 12:30"
_SAID: dict[str, tuple[str, str]] = {
    "missing": ("“{key}” is missing", "add a line that starts with “{key}:”"),
    "string_type": ("{value} is not text", "put the text in quotes"),
    "int_type": ("{value} is not a whole number", "write it in digits, without quotes"),
    "greater_than_equal": ("{value} is too small", "the smallest is {ge}"),
    "tuple_type": (
        "{value} is not a list",
        "put it in brackets, as in [1, 2], or write one item a line, each after “- ”",
    ),
    "dict_type": ("{value} has no keys", "write one “key: value” a line"),
    "dataclass_type": ("{value} has no keys", "write one “key: value” a line: {keys}"),
    "blank": ("the text is empty", "write the text, or remove the line"),
    "too_short": ("the list is empty", "add an item, or remove the key"),
    "date_shape": ("{value} is not a date", _DAY),
    "date_value": ("{value} is not a day of the calendar", _DAY),
    "time_shape": ("{value} is not a date and time", _HOUR),
    "time_value": ("{value} is not a day and hour of the calendar", _HOUR),
    "time_zone": ("{value} is not a time zone", "write it as in Africa/Casablanca"),
    "decision_kind": (
        "this decision neither merges nor cancels",
        "start it with “merge: [numbers]” or “cancel: [numbers]”",
    ),
    "period": ("the plan ends before it starts", "correct the start or the end"),
    "draft_step": (
        "“draft” is only for the step “meeting-to-schedule”",
        "remove “draft”, or correct the step",
    ),
    "reason_step": ("“reason” is only for the step “cancelled”", "write it as “note” instead"),
}
_PATTERNS: dict[str, tuple[str, str]] = {
    types.ID: ("{value} is not an id", "an id is a file's name: Latin letters, digits, - _ ."),
    types.LANGUAGE: ("{value} is not a language", "use a code of two letters, as in ar or fr"),
    base.RULE: ("{value} is not a rule", "the rules are listed by: ogp rules"),
    plan.COUNTRY: ("{value} is not a country", "use the code of two capitals, as in MA"),
}


def _shown(value: object) -> str:
    """Return a value as a message shows it: short, and text to be quoted."""
    if isinstance(value, str):
        return Quoted(f"{value[:40]}…" if len(value) > 40 else value)  # noqa: PLR2004
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else "this"


def _not_one_of(error: ErrorDetails, values: Mapping[str, object]) -> _Said:
    words = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    near = nearest(str(error["input"]), words)
    hint = "did you mean “{near}”?" if near else "use {expected}"
    said = {**values, "near": near, "expected": ", ".join(words)}
    return _Said("{value} is not one of the words used here", hint, said)


def _unknown_key(model: type, path: Path) -> _Said:
    key, keys = str(path[-1]), sorted(_keys(model, path[:-1]))
    near = nearest(key, keys)
    hint = "did you mean “{near}”?" if near else "the keys here are {keys}"
    return _Said(
        "“{key}” is not a key here", hint, {"key": key, "near": near, "keys": ", ".join(keys)}
    )


def _keys(model: type, path: Path) -> set[str]:
    """Return the keys that a model takes at a path, by walking its annotations."""
    models: set[type] = {model}
    for step in path:
        if not isinstance(step, int):
            fields = map(fields_of, models)
            inner = (each.get("root") or each.get(step) for each in fields)
            models = {found for field in inner if field for found in _models(field.annotation)}
    return {key for each in models for key in fields_of(each)}


def _models(annotation: Any) -> Iterator[type]:  # noqa: ANN401
    if is_model(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
