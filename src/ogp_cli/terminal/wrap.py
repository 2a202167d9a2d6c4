"""Lines wrapped and coloured by rich, which takes 20 ms to import: only for terminals."""

import io
import os
import re
from functools import cache
from typing import Literal

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

# What rich would break, and stand-ins of the same width that it does not break.
_FLAG, _SPACE = "\U0001f3f4", "\ue000"
_HELD = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[\u00a0\u202f{_FLAG}{_SPACE}]")
_SIGNS = re.compile(f"[{_FLAG}{_SPACE}]")

_CONSOLE = Console(file=io.StringIO())


def wrap(text: str, width: int) -> list[str]:
    """Return lines no wider than `width` columns; a wider word continues on the next line.

    Letters keep their marks, flags stay whole, and no line breaks at a no-break space. A line has
    at least two columns, because some letters need two.
    """
    if cell_len(text) <= width and "\n" not in text:
        return [text.rstrip()]
    held = iter(_HELD.findall(text))
    whole = Text(_HELD.sub(lambda found: _FLAG if cell_len(found[0]) > 1 else _SPACE, text))
    lines = whole.wrap(_CONSOLE, max(width, 2), overflow="fold")
    return [_SIGNS.sub(lambda _: next(held), line.plain.rstrip()) for line in lines]


def styled(text: str, style: str) -> str:
    """Return text with the escape codes of a style, in as many colours as the terminal has."""
    return "\n".join(printed(Text(text, style), None, colour=True, soft_wrap=True))


def printed(
    what: RenderableType, width: int | None, *, colour: bool, soft_wrap: bool = False
) -> list[str]:
    """Return the lines of what rich can render, with the codes of its styles where it may have.

    With `soft_wrap`, rich breaks no line, whatever the width.
    """
    console = _console(width, _colours() if colour else None)
    with console.capture() as captured:
        console.print(what, soft_wrap=soft_wrap)
    return captured.get().removesuffix("\n").split("\n")


@cache
def _console(width: int | None, colours: Literal["auto", "256"] | None) -> Console:
    """Return a console that prints to nowhere; to make one costs more than to print a line."""
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colours is not None,
        color_system=colours,
        legacy_windows=False,
    )


def _colours() -> Literal["auto", "256"]:
    """Return the colour system: terminals that call themselves xterm have long had 256."""
    return "256" if os.environ.get("TERM", "").startswith("xterm") else "auto"
