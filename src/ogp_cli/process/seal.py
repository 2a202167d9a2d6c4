"""The seal of approved minutes: a digest of the facts in a meeting's own file."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from ogp_cli.models.base import fields_of, is_model
from ogp_cli.models.meeting import Meeting

# What may be added to a meeting after its minutes were approved.
_OUTSIDE = {"accept", "documents"}
# Tatweel, and what nobody sees: text hygiene removes them, and the facts stay.
_UNSEEN = re.compile(
    "[\u0640\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# Letters as they look at the start, in the middle or at the end of a word.
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]+")


def seal_of(meeting: Meeting) -> str:
    """Return the seal of a meeting, as `sha256:…`.

    A key that is absent counts as its default. Texts count as text hygiene leaves them.
    """
    facts = json.dumps(_facts(meeting), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(facts.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _facts(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    if is_model(type(value)):
        return {
            name: _facts(getattr(value, name))
            for name, field in fields_of(type(value)).items()
            if name not in _OUTSIDE and getattr(value, name) != field.default
        }
    if isinstance(value, Mapping):
        return {key: _facts(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return list(map(_facts, value))
    if isinstance(value, str):
        return _text(value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _text(text: str) -> str:
    whole = _FORMS.sub(lambda found: normalize("NFKC", found[0]), _UNSEEN.sub("", text))
    return " ".join(normalize("NFC", whole).split())
