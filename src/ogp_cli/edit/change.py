"""A set of files to be written: what it changes, and how it is put in place."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from ogp_cli.errors import OgpError
from ogp_cli.store.source import open_source
from ogp_cli.store.write import make_folder, write_all


@dataclass(frozen=True)
class Change:
    """A file, by its path from the root, with its bytes before (None: there is none) and after."""

    file: str
    old: bytes | None
    new: bytes


def patch(changes: list[Change]) -> str:
    """Return the changes as a patch, as `git apply` takes it."""
    return "".join(line for change in changes for line in _patch(change))


def _patch(change: Change) -> Iterator[str]:
    old, new = (_lines(each or b"") for each in (change.old, change.new))
    before = "/dev/null" if change.old is None else f"a/{change.file}"
    for line in unified_diff(old, new, before, f"b/{change.file}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[str]:
    return io.StringIO(data.decode(), newline="\n").readlines()


def write_changes(root: Path, changes: list[Change]) -> None:
    """Write the changes: all files beside their targets first, then one rename for each.

    Folders that are missing are created. Raises `OgpError`, and writes no file, where one is no
    longer what it was when it was read.
    """
    for change in changes:
        source = open_source(root, change.file)
        now = None if source.unreadable else source.data
        if now != change.old:
            hint = "somebody else changes it; look at it, and run this again"
            raise OgpError(f"{change.file} changed in the meantime", hint)
    for change in changes:
        make_folder((root / change.file).parent)
    write_all({root / change.file: change.new for change in changes})
