"""The changes for a person at a terminal."""

from collections.abc import Iterator

from ogp_cli.clean import clean
from ogp_cli.output.changes.digest import Digest


def render(digest: Digest) -> str:
    """Return the plan's title, the days and balances, and the changes, a line each."""
    text = "".join(f"{clean(line)}\n" for line in _lines(digest))
    return digest.screen.lines(text, rtl=digest.language.direction == "rtl")


def _lines(digest: Digest) -> Iterator[str]:
    yield digest.title
    yield from digest.summary
    for part in digest.parts:
        yield from ("", f"{part.heading} ({len(part.lines)})")
        yield from (f"  - {line}" for line in part.lines)
    if not digest.parts:
        yield from ("", digest.language.terminal.nothing)
