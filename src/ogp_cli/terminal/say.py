"""The one way to standard output and standard error.

What reads them may act on a text of the data. A terminal obeys control characters; a runner of
continuous integration obeys lines that look like its commands:

- GitHub: `::name …::…` at the start of a line, after white space too, and `##[name …]…` anywhere
- Azure DevOps: `##vso[…]…`; TeamCity: `##teamcity[…]`, both anywhere in a line
- GitLab: `section_start:…`, which needs a control character

So one letter of each is written otherwise, in the notation of the format.
"""

import os
import re
import stat
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

import typer

from ogp_cli.lang import interface
from ogp_cli.lang.direction import has_rtl, is_rtl, names_left_to_right
from ogp_cli.terminal.clean import clean

_ANYWHERE = r"(?<=#)#(?=[A-Za-z]*\[)"
_AT_START = r"(?m)(^[\s\ufeff]*|\r\s*):(?=:)"

if TYPE_CHECKING:
    from ogp_cli.terminal.screen import Screen

# A line of help: its indent, perhaps a name and two spaces, and the rest.
_CELLS = r"( *(?:[!-~]+(?: [!-~]+)*  +)?)(.*)"
_PAGE = 80  # columns

# How JSON, XML and HTML write any character, by their first letter; other texts are for people.
_SPELT = {"{": "\\u{:04x}", "[": "\\u{:04x}", "<": "&#{};"}


def say(text: str, *, err: bool = False) -> None:
    """Say something to a person: on a line of its own, without control characters."""
    stream = sys.stderr if err else sys.stdout
    send("".join(f"{ordered(clean(line), stream)}\n" for line in text.split("\n")), err=err)


def warn(text: str) -> None:
    """Say something on standard error, after the name of the program."""
    say(f"ogp: {text}", err=True)


def ordered(line: str, stream: TextIO | None = None) -> str:
    """Return a line of the interface as a stream shows it; without one, as standard output does."""
    code = interface.code()
    if line.isascii() or not is_rtl(code):
        return line
    screen = _screen(stream or sys.stdout)
    line = names_left_to_right(line, code)
    return screen.lines(line, rtl=True).removesuffix("\n") if screen.width else line


def in_columns(text: str) -> str:
    """Return a page of help as the screen shows it: names at the left, what they mean beside."""
    if text.isascii() or not is_rtl(code := interface.code()):
        return text
    screen = _screen(sys.stdout).at_most(_PAGE)
    lines, column = [], -1
    for line in text.split("\n"):
        start, said = re.match(_CELLS, line).groups()  # type: ignore[union-attr]  # it matches any line
        continues = said and len(start) == column and not start.strip()
        column = len(start) if continues or has_rtl(said) else -1
        if column >= 0:
            said = names_left_to_right(said, code)
            lines.append(screen.beside(start, column, said, rtl=True).removesuffix("\n"))
        else:
            lines.append(start + said)
    return "\n".join(lines)


def _screen(stream: TextIO) -> "Screen":
    """Return the screen of a stream, with a width where the order of a line matters."""
    from ogp_cli.terminal.screen import Screen, bidi_of  # noqa: PLC0415 - 7 ms, for Arabic

    bidi = bidi_of(os.environ) if stream.isatty() else "none"
    return Screen(None if bidi == "none" else get_terminal_size().columns, bidi=bidi)


def send(output: str | bytes, *, err: bool = False, commands: bool = False) -> None:
    """Send finished output as it is, but for the commands of a runner.

    `commands` lets those pass that begin a line, for the format that consists of them. A file gets
    the exact text: it is no log.
    """
    if isinstance(output, str):
        exact = not err and _is_file()
        output = (output if exact else inert(output, commands=commands)).encode()
    typer.echo(output, nl=False, err=err)  # noqa: TID251 - the one place


def inert(text: str, *, commands: bool = False) -> str:
    """Return a text in which no runner finds a command; JSON, XML and HTML keep their values."""
    spelt = _SPELT.get(text[:1], "\\x{:02x}")
    if "##" in text:
        text = re.sub(_ANYWHERE, lambda _: spelt.format(ord("#")), text)
    if "::" in text and not commands:
        text = re.sub(_AT_START, lambda found: found[1] + spelt.format(ord(":")), text)
    return text


def _is_file() -> bool:
    """Whether standard output is a file, as after `>`."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except OSError:  # it is no stream of the system
        return False
