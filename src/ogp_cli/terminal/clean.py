"""Text of the data made safe for a terminal."""

import re

# Control characters could move the cursor or change colours. Bidirectional overrides and isolates
# could show another text than the data have. XML forbids noncharacters.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(text: str) -> str:
    r"""Return `text` with every control character escaped, as in `\x1b`."""
    return _UNSAFE.sub(_spelt, text)


def _spelt(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
