"""What an id looks like: it names a file, and means nothing to a shell."""

import re

ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
# Windows keeps these names for devices, whatever the ending.
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


def is_id(text: str) -> bool:
    """Whether a text is an id: Latin letters, digits, and within it `-`, `_` and `.`.

    A name that no file can have on Windows is none.
    """
    return re.fullmatch(ID, text) is not None and not is_device(text)


def is_device(text: str) -> bool:
    """Whether Windows keeps a name for a device, as `con` or `nul.b`."""
    return text.partition(".")[0].lower() in _DEVICES


def written(name: str) -> str | int:
    """Return an id as it is written in YAML: a number without quotes."""
    return int(name) if name.isdecimal() and str(int(name)) == name else name
