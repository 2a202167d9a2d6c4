"""Where the files of a book are read: on the disk, or (revision.py) in a commit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ogp_cli.store.folder import stray_files, yaml_files
from ogp_cli.store.source import Source, open_source


class Files(Protocol):
    """The files of a book, by their paths from the root."""

    def records(self, folder: str) -> list[str]:
        """Return the YAML files directly in a folder of the data, sorted."""

    def stray(self) -> Iterable[str]:
        """Return the files that look like data but are not read."""

    def open(self, file: str) -> Source:
        """Return a file. Never raises for what is in its place."""


@dataclass(frozen=True)
class Disk:
    """The files below `root`; those in `changed` are read as they are there, and not on the disk.

    `records` raises `OgpError` where a folder cannot be listed.
    """

    root: Path
    changed: Mapping[str, Source] = field(default_factory=dict)

    def records(self, folder: str) -> list[str]:
        """Return the YAML files directly in a folder of the data, sorted."""
        return yaml_files(self.root, folder)

    def stray(self) -> Iterable[str]:
        """Return the files that look like data but are not read."""
        return stray_files(self.root)

    def open(self, file: str) -> Source:
        """Return a file. Never raises for what is in its place."""
        return self.changed.get(file) or open_source(self.root, file)
