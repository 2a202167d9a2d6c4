"""The message for a mistake in the shape of a file: the model's own, or one by pydantic's type."""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import NamedTuple

from ogp_cli.models.base import keys_of
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.refusal import REFUSED
from ogp_cli.models.types import DAY
from ogp_cli.nearest import nearest
from ogp_cli.notation import normalised
from ogp_cli.problem import Finding, Keywords, Quoted
from ogp_cli.store.document import YamlDocument, code_of
from ogp_cli.store.mistake import Mistake, tags
from ogp_cli.store.syntax import UNSEEN

# Spaces that are none for YAML, and characters that no eye can see.
_UNSEEN = "[\u00a0\u00ad\u061c\u2000-\u200f\u202a-\u202f\u2060-\u206f\u3000\ufeff]"


class _Message(NamedTuple):
    message: str
    hint: str
    values: Mapping[str, object] = {}


def explain(mistake: Mistake, document: YamlDocument) -> Finding:
    """Return the finding for a mistake in a document."""
    said = _say(mistake)
    values = {"value": _shown(mistake.value), "key": mistake.step, **mistake.context, **said.values}
    spot = document.spot(mistake.path, key=mistake.on_key)
    return Finding(spot, said.message, said.hint, values)


def _say(mistake: Mistake) -> _Message:
    value, kind = mistake.value, mistake.kind
    if kind == "extra_forbidden":
        return _unknown_key(mistake)
    if value is None and kind != "missing":
        if isinstance(mistake.step, int):
            return _NO_ITEM
        return _NOTHING if mistake.path else _EMPTY_FILE
    if kind == "literal_error":
        return _not_one_of(mistake)
    if kind in {"model_type", "model_attributes_type"}:  # the second, for a union by a key
        keys = ", ".join(each for each in mistake.keys if each != "accept")
        return _Message(
            "{value} has no keys", "write one “key: value” per line: {keys}", {"keys": keys}
        )
    if kind == REFUSED:
        return _refused(mistake)
    if kind == "int_type" and isinstance(value, str) and not value.isascii():
        return _in_usual(_SAID[kind], value, "[0-9]+")
    return _SAID.get(kind, _Message("{value} does not belong here", ""))


_NOTHING = _Message("“{key}” has no value", "write the value after the colon, or remove the line")
_NO_ITEM = _Message("the item has no value", "write the value after “- ”, or remove the line")
_EMPTY_FILE = _Message("the file is empty", "fill it in, or remove it")
_SAID = {
    "missing": _Message("“{key}” is missing", "add a line that starts with “{key}:”"),
    "string_type": _Message("{value} is not text", "put the text in quotes"),
    "int_type": _Message(
        "{value} is not a whole number",
        "write it in Latin digits alone, as in 5: no quotes, no 0 before it, no decimal point",
    ),
    "bool_type": _Message(
        "{value} is neither true nor false", "write true or false, without quotes"
    ),
    "greater_than_equal": _Message("{value} is too small", "the smallest is {ge}"),
    "less_than_equal": _Message("{value} is too large", "the largest is {le}"),
    "tuple_type": _Message(
        "{value} is not a list",
        "put it in brackets, as in [1, 2], or write one item a line, each after “- ”",
    ),
    "dict_type": _Message("{value} has no keys", "write one “key: value” per line"),
    "too_short": _Message("the list is empty", "add an item, or remove the key"),
}


_DUE = (
    "write a date, as in 2025-06-30, 2025-06, 2025-Q2, 2025-H1 or 2025, or “deadline:” if it is "
    "not a date"
)


def _shown(value: object) -> str:
    """Return a value as a message shows it: short, and quoted if it is text."""
    if isinstance(value, str):
        return Quoted(f"{value[:40]}…" if len(value) > 40 else value)  # noqa: PLR2004
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return "[…]" if isinstance(value, tuple) else "{…}"


def _refused(mistake: Mistake) -> _Message:
    value, said = mistake.value, _Message(mistake.context["message"], mistake.context["hint"])
    if isinstance(mistake.step, int) and "،" in str(value):
        return _Message("{value} is a single item", "separate items with a Latin comma (,)")
    if "{value}" in said.message:
        if isinstance(value, dict | tuple):
            return _Message(
                "one word or number belongs here", "write it without brackets and without a colon"
            )
        regex = mistake.context.get("regex", "")
        written = _in_usual(said, value, regex) if isinstance(value, str) else said
        is_free = mistake.step == "due" and {"milestones", "add"} & {*mistake.path}
        return said._replace(hint=_DUE) if is_free and written is said else written
    # Not a choice by key: a text that has to say something.
    if "regex" in mistake.context and not isinstance(value, str):
        return _SAID["string_type"]
    return said


def _in_usual(said: _Message, value: str, regex: str) -> _Message:
    """Say how a value is written here, if that is known and is what the regular expression takes.

    Of a day with an hour, it may be the day.
    """
    written = normalised(value)
    for each in (written, written[:10]):
        if each and re.fullmatch(regex, each):
            return said._replace(hint="write it as {usual}", values={"usual": each})
    day = re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?:29|3[01])", value[:10])
    if day and not re.fullmatch(DAY, value[:10]):
        days = monthrange(int(day[1]), int(day[2]))[1]
        return said._replace(hint="this month has {days} days", values={"days": days})
    return said


def _not_one_of(mistake: Mistake) -> _Message:
    words = mistake.context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    near = nearest(str(mistake.value), words)
    hint = "did you mean “{near}”?" if near else "use {expected}"
    values = {"near": near, "expected": Keywords(words, str(mistake.step))}
    return _Message("{value} is not one of the words used here", hint, values)


def _unknown_key(mistake: Mistake) -> _Message:
    key = str(mistake.step)
    if "\n" in key:
        return _Message("a key is one plain word", "write the key without brackets or signs")
    unseen = re.search(_UNSEEN, key)
    if unseen:
        return _Message(*UNSEEN, code_of(unseen[0]))
    owners = [each for each in mistake.union if key in keys_of(each)]
    if owners and issubclass(mistake.models[0], Commitment):
        return _Message(*mistake.models[0].MISPLACED)
    if owners:
        hint = "remove the line, or write “{kind}”"
        return _Message(
            "“{key}” is only for “{kind}”", hint, {"kind": ", ".join(map(_as_stated, owners))}
        )
    near = nearest(key, mistake.keys)
    hint = "did you mean “{near}”?" if near else "allowed keys: {keys}"
    values = {"near": near, "keys": ", ".join(mistake.keys)}
    return _Message("unknown key “{key}”", hint, values)


def _as_stated(model: type) -> str:
    """Return how a file says that it means a member of a union: `step: cancelled`, or `cancel`."""
    key: str = model.KEY  # type: ignore[attr-defined]
    return ", ".join(key if tag == key else f"{key}: {tag}" for tag in tags(model))
