"""What a file has beside its values: acceptances, and invisible characters."""

import re
from collections.abc import Iterator
from itertools import islice

from ogp_cli.problem import Acceptance, Finding, Place, Spot
from ogp_cli.store.document import Value, lines_of
from ogp_cli.store.parse import MOST

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def hidden(data: bytes, file: str) -> list[Finding]:
    """Find bidirectional controls, also in comments: they make a line look different.

    See "Trojan Source" (CVE-2021-42574). The bytes must be UTF-8.
    """
    if b"\xe2\x80" not in data and b"\xe2\x81" not in data:
        return []
    found = (
        Finding(
            Spot(file, number, match.start() + 1),
            "a bidirectional control character (U+{code}) hides what this line really says",
            "remove the character; every format sets the direction itself",
            {"code": f"{ord(match[0]):04X}"},
        )
        for number, line in enumerate(lines_of(data), 1)
        for match in _BIDI.finditer(line)
    )
    return list(islice(found, MOST))


def acceptances(value: Value, at: Place) -> Iterator[Acceptance]:
    """Find the rules that are accepted in a value or anywhere below it."""
    children: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        accepted = value.get("accept")
        if isinstance(accepted, dict):
            yield from (Acceptance(at, rule) for rule in accepted)
        children.extend(value.items())
    elif isinstance(value, tuple):
        children.extend(enumerate(value))
    for step, child in children:
        yield from acceptances(child, at / step)
