"""What an id looks like: it names a file, and means nothing to a shell."""

import re

ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"


def is_id(text: str) -> bool:
    """Whether a text is an id: Latin letters, digits, and within it `-`, `_` and `.`."""
    return re.fullmatch(ID, text) is not None


def written(name: str) -> str | int:
    """Return an id as it is written in YAML: a number without quotes."""
    return int(name) if name.isdecimal() and str(int(name)) == name else name
