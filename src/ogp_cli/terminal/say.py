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

import typer

from ogp_cli.terminal.clean import clean

_ANYWHERE = re.compile(r"(?<=#)#(?=[A-Za-z]*\[)")
_AT_START = re.compile(r"(^[\s\ufeff]*|\r\s*):(?=:)", re.MULTILINE)

# How JSON, XML and HTML write any character, by their first letter; other texts are for people.
_SPELT = {"{": "\\u{:04x}", "[": "\\u{:04x}", "<": "&#{};"}


def say(text: str, *, err: bool = False) -> None:
    """Say something to a person: on a line of its own, without control characters."""
    send("".join(f"{clean(line)}\n" for line in text.split("\n")), err=err)


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
        text = _ANYWHERE.sub(lambda _: spelt.format(ord("#")), text)
    if "::" in text and not commands:
        text = _AT_START.sub(lambda found: found[1] + spelt.format(ord(":")), text)
    return text


def _is_file() -> bool:
    """Whether standard output is a file, as after `>`."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except OSError:  # it is no stream of the system
        return False
