"""What an id looks like: it names a file, and it is safe wherever it is written."""

import re

ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
_ID = re.compile(ID.removesuffix("$") + r"\Z")  # `$` would let a line break by


def is_id(text: str) -> bool:
    """Whether a text is an id: Latin letters, digits, and `-`, `_` and `.` within."""
    return _ID.match(text) is not None
