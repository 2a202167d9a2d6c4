"""The work of the commands, one file each: `run` does it. A command only calls other parts.

This is imported before a command is asked for.
"""

from pathlib import Path
from typing import NamedTuple


class OutputOptions(NamedTuple):
    """How the output is wanted, and where it goes; `file` is None for standard output."""

    form: str | None = None
    file: Path | None = None
    bidi: str = "auto"
    lang: str | None = None
    book_templates: bool = True
