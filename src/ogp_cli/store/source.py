"""The files of a book, on the disk or (revision.py) in a commit, and one of them as it was read."""

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from ogp_cli.problem import Finding, Place, Spot
from ogp_cli.store.composer import Composer
from ogp_cli.store.document import YamlDocument, split_lines
from ogp_cli.store.folder import leaves, stray_files, yaml_files
from ogp_cli.store.parse import parse

# Non-blocking: opening a pipe without a writer would wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(eq=False, repr=False)
class Source:
    """A file, by its path from the root. Its bytes are parsed only on request.

    `unreadable` says why there are no bytes.
    """

    file: str
    data: bytes = b""
    unreadable: Finding | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, as the parser counts them."""
        return split_lines(self.data)

    @cached_property
    def parsed(self) -> tuple[YamlDocument | None, list[Finding]]:
        """The document, or None and what is wrong with it as YAML."""
        return parse(self.data, self.file)

    @property
    def values(self) -> dict[str, Any]:
        """The keys of the file and their values; none where it is no mapping, or no YAML."""
        document = self.parsed[0]
        return document.values if document and isinstance(document.values, dict) else {}

    def spot(self, place: Place) -> Spot:
        """Return the line and column of a place; the start of the file if it is not YAML."""
        document = self.parsed[0]
        if document is None:
            return Spot(self.file)
        return document.spot(place.path, key=place.key, offset=place.offset)

    def line(self, number: int) -> str:
        """Return a line, counted from 1; "" past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""


def open_source(root: Path, file: str) -> Source:
    """Return the source at `file`, a path from `root`. Never raises for what is in its place."""
    path = f"{root}/{file}"
    if os.path.islink(path) and leaves(root, Path(path)):  # noqa: PTH114 - a path for every file
        return leaving(file)
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        return missing(file)
    except OSError as error:
        return _unreadable(file, error.strerror or str(error))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return irregular(file)
        return Source(file, _all(descriptor, min(status.st_size, Composer.most_bytes) + 1))
    except OSError as error:
        return _unreadable(file, error.strerror or str(error))
    finally:
        os.close(descriptor)


def _all(descriptor: int, most: int) -> bytes:
    """Return the bytes, read `most` at a time, and stop soon after the accepted size."""
    data = b""
    while len(data) <= Composer.most_bytes and (more := os.read(descriptor, most)):
        data += more
    return data


def missing(file: str) -> Source:
    """Return the source of a file that does not exist."""
    hint = "restore it from git, or create it"
    return Source(file, unreadable=Finding(Spot(file), "the file is missing", hint))


def leaving(file: str) -> Source:
    """Return the source of a link that leaves the book."""
    hint = "put the file itself in its place"
    return Source(file, unreadable=Finding(Spot(file), "a link that leaves the book", hint))


def irregular(file: str) -> Source:
    """Return the source of a folder, a pipe or a device."""
    hint = "move it out of the data, or put a file in its place"
    return Source(file, unreadable=Finding(Spot(file), "this is not a regular file", hint))


def _unreadable(file: str, why: str) -> Source:
    hint = "move it out of the data, or correct its permissions"
    finding = Finding(Spot(file), "the file cannot be read: {why}", hint, {"why": why})
    return Source(file, unreadable=finding)


class Files(Protocol):
    """The files of a book, by their paths from the root."""

    def records(self, folder: str) -> list[str]:
        """Return the YAML files directly in a folder of the data, sorted."""

    def stray(self) -> Iterable[str]:
        """Return the files that look like data but are not read."""

    def open(self, file: str) -> Source:
        """Return a file. Never raises for what is in its place."""


class Disk(NamedTuple):
    """The files below `root`; those in `changed` are read as they are there, and not on the disk.

    `records` raises `OgpError` where a folder cannot be listed.
    """

    root: Path
    changed: Mapping[str, Source] = {}

    def records(self, folder: str) -> list[str]:
        """Return the YAML files directly in a folder of the data, sorted."""
        return yaml_files(self.root, folder)

    def stray(self) -> Iterable[str]:
        """Return the files that look like data but are not read."""
        return stray_files(self.root)

    def open(self, file: str) -> Source:
        """Return a file. Never raises for what is in its place."""
        return self.changed.get(file) or open_source(self.root, file)
