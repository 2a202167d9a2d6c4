"""Where the output of a command goes, and in which language."""

import os
import shutil
import sys
from pathlib import Path

from ogp_cli.commands.one_of import one_of
from ogp_cli.errors import OgpError
from ogp_cli.lang import choose, interface
from ogp_cli.lang.interface import _, ngettext
from ogp_cli.lang.language import Language
from ogp_cli.store.write import is_stream, write
from ogp_cli.terminal.say import say, send
from ogp_cli.terminal.screen import BIDI, Screen, bidi_of


def language(asked: str | None) -> Language:
    """Return the requested language, or else that of the interface."""
    return choose(asked, interface.code())


def screen(bidi: str = "auto", output: Path | None = None) -> Screen:
    """Return the screen of standard output; a file has no width.

    A pipe has the width in `COLUMNS`, if set, and no colours. Without `--bidi`, a terminal gets the
    mode in `OGP_BIDI`, or else the one that fits the terminal.
    """
    on_terminal = output is None and sys.stdout.isatty()
    if bidi == "auto" and on_terminal:
        one_of(os.environ.get("OGP_BIDI") or "auto", ("auto", *BIDI), "OGP_BIDI")
    known = bidi_of(os.environ if on_terminal else {})
    mode = next((each for each in BIDI if each == bidi), known)
    if not on_terminal:
        columns = os.environ.get("COLUMNS", "") if output is None else ""
        return Screen(int(columns[:6]) or None if columns.isdecimal() else None, bidi=mode)
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Screen(shutil.get_terminal_size().columns, not is_plain, mode)


def wrote(path: Path, files: int = 1) -> None:
    """Say that a file was written, or several into a folder; nothing of a pipe or a device."""
    said = ngettext("wrote {n} file into {path}", "wrote {n} files into {path}", files)
    if path.is_dir():
        say(said.format(n=files, path=path))
    elif path.is_file() and not is_stream(path):
        say(_("wrote {path}").format(path=path))


def put(rendered: str | bytes, output: Path | None = None, *, commands: bool = False) -> None:
    """Write rendered output unchanged, with the format's own line ends.

    On standard output, a text is no command of a runner, unless the format has `commands`. Raises
    `OgpError` if it is binary and would go to a terminal, or the file may not be written.
    """
    if output:
        write(output, rendered.encode() if isinstance(rendered, str) else rendered)
    elif isinstance(rendered, bytes) and sys.stdout.isatty():
        raise OgpError(_("this format is not for a terminal"), _("name a file with --output"))
    else:
        send(rendered, commands=commands)
