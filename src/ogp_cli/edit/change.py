"""A set of files to be written: what is new in them, and how they are put in place."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from ogp_cli.errors import OgpError
from ogp_cli.ids import is_id
from ogp_cli.lang.interface import _
from ogp_cli.store.emit import block, items
from ogp_cli.store.folder import FOLDERS, ORGANIZATIONS, PLAN, stem
from ogp_cli.store.write import Replacement, make_folder, write_all

# What a new book has beside its data: the set-up of editors and of GitHub.
_SET_UP = (".gitignore", ".github/workflows", ".vscode", "schemas")


@dataclass(frozen=True)
class Change:
    """A file, by its path from the root, with its bytes before (None: there is none) and after.

    Raises `OgpError` for a file that has no place in a book, or would be named after what is no id.
    """

    file: str
    old: bytes | None
    new: bytes

    def __post_init__(self) -> None:
        *folders, name = self.file.rsplit("/", 1)
        folder = "".join(folders)
        if folder in FOLDERS:
            # Of a file that is there, `check` says that its name is no id.
            is_fine = self.old is not None or is_id(stem(self.file))
        else:
            is_fine = self.file in {PLAN, ORGANIZATIONS} or (folder or name) in _SET_UP
        if not is_fine:
            hint = _("use Latin letters, digits, - _ . and no word that Windows keeps, as con")
            raise OgpError(
                _("no file of a book can be called “{file}”").format(file=self.file), hint
            )


def new_file(file: str, *parts: str | Mapping[str, Any]) -> Change:
    """Return a file that is to be created, of comments and of values, in order.

    A key whose value is None is left out. An empty list is written, for a person to fill in.
    """
    lines = [line for each in parts for line in _part(each)]
    return Change(file, None, "".join(f"{line}\n" for line in lines).encode())


def comment(text: str, lines: Iterable[str] = ()) -> str:
    """Return a comment: a text, and lines below it; "" where there are none."""
    below = list(lines)
    return "\n".join([text, *below]) if below else ""


def _part(part: str | Mapping[str, Any]) -> list[str]:
    if isinstance(part, str):
        return [f"# {line}" for line in part.splitlines()]
    return [line for key, value in part.items() if value is not None for line in _key(key, value)]


def _key(key: str, value: Any) -> list[str]:  # noqa: ANN401 - any value of the reader
    """Return the lines of a key; a list of texts takes a line for each."""
    is_texts = isinstance(value, list) and value and isinstance(value[0], str)
    return [f"{key}:", *items(value, 0)] if is_texts else block({key: value}, 0)


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

    Folders that are missing are created. Raises `OgpError`, which says what is written then, where
    a file cannot be written or is no longer what it was when it was read.
    """
    for change in changes:
        make_folder((root / change.file).parent, in_data=True)
    files = {root / each.file: Replacement(each.old, each.new) for each in changes}
    write_all(files, in_data=True)
