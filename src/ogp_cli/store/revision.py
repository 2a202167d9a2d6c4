"""The files of a book in a commit. They stay in git: nothing is written to the disk."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _
from ogp_cli.store.composer import Composer
from ogp_cli.store.folder import below_repository, is_stray, is_yaml, read_files
from ogp_cli.store.git import ask
from ogp_cli.store.source import Source, irregular, leaving, missing

_LINK = "120000"
# As many links as Linux follows for one path, and as long as a path is there.
_MOST_LINKS = 40
_LONGEST_PATH = 4096
# Instead of the bytes of a file that is too large: what is said of it is the same.
_TOO_LARGE = bytes(Composer.most_bytes + 1)


class Revision:
    """The files of the book under `root` as a commit has them; it may have none of them.

    Only what `ogp` reads is asked of git, and no file that is too large to be read. Raises
    `OgpError` where git does not have all of it.
    """

    def __init__(self, root: Path, commit: str) -> None:
        self._root = root
        blobs = [*_blobs(root, commit)]
        self._blobs = {file: name for file, name, _ in blobs}
        links = {file: name for file, name, mode in blobs if mode == _LINK}
        targets = _contents(root, links.values(), _LONGEST_PATH)
        self._links = {file: os.fsdecode(targets[name]) for file, name in links.items()}

    def records(self, folder: str) -> list[str]:
        """Return the YAML files directly in a folder of the data, sorted."""
        real = self._real(folder)
        if real is None:
            return []
        below = f"{real}/"
        inside = (file.removeprefix(below) for file in self._blobs if file.startswith(below))
        names = {each.partition("/")[0] for each in inside}
        return [f"{folder}/{name}" for name in sorted(names) if is_yaml(name)]

    def stray(self) -> Iterable[str]:
        """Return the files that look like data but are not read."""
        return (file for file in self._blobs if file.startswith("data/") and _is_seen(file))

    def open(self, file: str) -> Source:
        """Return a file. Never raises for what is in its place."""
        real = self._real(file)
        if real is None:
            return leaving(file)
        if real in self._blobs:  # a stray file is named, and not read
            return Source(file, self._data.get(self._blobs[real], b""))
        is_folder = any(each.startswith(f"{real}/") for each in self._blobs)
        return irregular(file) if is_folder else missing(file)

    @cached_property
    def _data(self) -> Mapping[str, bytes]:
        real = map(self._real, read_files(self.records))
        names = (self._blobs[each] for each in real if each in self._blobs)
        return _contents(self._root, names, Composer.most_bytes)

    def _real(self, file: str) -> str | None:
        """Return where a path leads to; None where that is out of the book, hidden or a circle."""
        for _hop in range(_MOST_LINKS):
            link = next((each for each in _upwards(file) if each in self._links), None)
            if link is None:
                return file
            target = join(dirname(link), self._links[link])
            file = normpath(join(target, file.removeprefix(link).lstrip("/")))
            if any(part.startswith(".") for part in file.split("/")) or file.startswith("/"):
                return None
        return None


def _upwards(file: str) -> Iterator[str]:
    while file:
        yield file
        file = dirname(file)


def _is_seen(file: str) -> bool:
    return is_stray(file) and not any(part.startswith(".") for part in file.split("/"))


def _blobs(root: Path, commit: str) -> Iterator[tuple[str, str, str]]:
    """Yield the path, from the root of the book, the name and the mode of each file in a commit.

    Submodules are left out.
    """
    book = below_repository(root)
    listed = ask(
        root, "ls-tree", "-r", "-z", "--full-tree", commit, *(["--", book] if book else [])
    )
    if listed is None:
        raise OgpError(_("git ls-tree fails in {root}").format(root=root), _("see why: git fsck"))
    for line in os.fsdecode(listed).split("\0")[:-1]:
        head, file = line.split("\t", 1)
        mode, kind, name = head.split()
        if kind == "blob":
            yield file.removeprefix(book), name, mode


def _contents(root: Path, names: Iterable[str], most: int) -> dict[str, bytes]:
    """Return the bytes of blobs by their names; `_TOO_LARGE` for more than `most` bytes."""
    sizes = {}
    asked = dict.fromkeys(names)
    for line in _batch(root, "--batch-check", asked).splitlines():
        name, _found, size = line.decode().partition(" blob ")
        sizes[name] = int(size) if size else None
    small = [name for name, size in sizes.items() if size is not None and size <= most]
    contents = dict.fromkeys(sizes, _TOO_LARGE) | dict(_read(_batch(root, "--batch", small)))
    if None in sizes.values() or contents.keys() != asked.keys():
        hint = _("fetch the rest: git fetch --refetch --no-filter")
        raise OgpError(_("git does not have all the data of that revision here"), hint)
    return contents


def _batch(root: Path, how: str, names: Iterable[str]) -> bytes:
    given = "".join(f"{name}\n" for name in names).encode()
    return (ask(root, "cat-file", how, given=given) or b"") if given else b""


def _read(written: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield blobs by their names, as `cat-file --batch` writes them: a line, the bytes, a line."""
    start = 0
    while start < len(written):
        end = written.index(b"\n", start)
        name, _, size = written[start:end].decode().partition(" blob ")
        start = end + 1 + int(size)
        yield name, written[end + 1 : start]
        start += 1
