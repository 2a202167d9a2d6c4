"""JSON that a person can read and that cannot harm a terminal."""

import json
import re
from operator import methodcaller

_UNSAFE = "[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def dump(value: object) -> str:
    """Return a value as indented JSON: letters as they are, control characters escaped.

    Days and moments are written in ISO 8601.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, default=methodcaller("isoformat"))
    return re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)
