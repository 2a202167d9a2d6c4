"""The seal of approved minutes: a digest of the facts in a meeting's own file."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from ogp_cli.models.base import is_model
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan.hygiene import clean_text

# What may be added to a meeting after its minutes were approved.
_OUTSIDE = {"accept", "documents"}


def seal_of(meeting: Meeting) -> str:
    """Return the seal of a meeting, as `sha256:…`.

    A key that is absent counts as its default. Texts count as text hygiene leaves them.
    """
    facts = json.dumps(_facts(meeting), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(facts.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _facts(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    if is_model(type(value)):
        return {
            field.alias or name: _facts(getattr(value, name))
            for name, field in type(value).model_fields.items()
            if name not in _OUTSIDE
            and getattr(value, name) != field.get_default(call_default_factory=True)
        }
    if isinstance(value, Mapping):
        return {key: _facts(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return list(map(_facts, value))
    if isinstance(value, str):
        return clean_text(value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value
