"""Text of the data made harmless for Markdown."""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$@&^!]")
_AT_START = re.compile(r"(?:[-+=]|\d+(?=[.)]))")


def escape(text: str) -> str:
    r"""Return text so that Markdown shows it as it stands: `*` becomes `\*`, `1.` becomes `1\.`."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _AT_START.match(text)
    if not start:
        return text
    if start[0].isdigit():
        return f"{start[0]}\\{text[start.end() :]}"
    return "\\" + text
