"""A folder of files that a command makes anew each time, among files of other people.

A list of what it wrote stands beside them. What is on the list and is no longer made goes; nothing
else is deleted or overwritten.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.store.target import target
from ogp_cli.store.write import Replacement, make_folder, write_all


def write_tree(folder: Path, files: Mapping[str, bytes], listed: str) -> None:
    """Put files in a folder by their paths, and the list of them in the file `listed`.

    Raises `OgpError` where a file is there that is not on the list, or one cannot be written.
    """
    make_folder(folder)
    before = _listed(folder / listed)
    text = json.dumps(sorted(files), indent=0) + "\n"
    changes = {folder / listed: text.encode()} | {folder / path: files[path] for path in files}
    now = {path: path.read_bytes() if path.is_file() else None for path in changes}
    for path in files:
        old = now[folder / path]
        if path not in before and old not in (None, files[path]):
            hint = _("name an empty folder, or remove the file")
            said = _("{file} is not overwritten: something else wrote it")
            raise OgpError(said.format(file=folder / path), hint)
    written = {path: Replacement(now[path], new) for path, new in changes.items()}
    write_all({path: each for path, each in written.items() if each.old != each.new}, within=folder)
    for path in sorted(before - files.keys()):
        _remove(folder, path)


def _listed(file: Path) -> set[str]:
    """Return the paths on a list; a list that is none has none."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    names = [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
    return {name for name in names if _is_below(name)}


def _is_below(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _remove(folder: Path, name: str) -> None:
    """Remove a file that was written here before, and the folders that it leaves empty."""
    path = folder / name
    if target(path).is_relative_to(folder.resolve()) and path.is_file() and not path.is_symlink():
        path.unlink()
        with suppress(OSError):  # it is not empty
            for parent in path.parents[: len(PurePosixPath(name).parts) - 1]:
                parent.rmdir()
