"""Files written whole or not at all."""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

from ogp_cli.errors import OgpError
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.signals import held
from ogp_cli.store.target import FOLDER, target, targets

_AGAIN = N_("look at its permissions, and at the space on the disk")


class Replacement(NamedTuple):
    """What a file holds before (None: there is no file) and after."""

    old: bytes | None
    new: bytes


def write(path: Path, data: bytes, *, in_data: bool = False) -> None:
    """Put `data` in place of `path`, which is never seen half-written.

    A pipe or a device is written to directly. Raises `OgpError` if the file cannot be written, or
    may not be: see `target`.
    """
    real = target(path, in_data=in_data)
    if is_stream(path):
        with _named(path), path.open("ab") as stream:
            stream.write(data)
        return
    with held(), _Beside() as beside:
        beside.write(real, data)
        beside.put(real)


def write_all(
    files: Mapping[Path, Replacement], *, in_data: bool = False, within: Path | None = None
) -> None:
    """Replace files: all are written beside them before the first is put in place.

    With `within`, all lie in that folder. Missing folders in it are made, and the files are not
    synced to the disk one by one, because the command can make them again.

    Each file is compared with what it was just before it is replaced. If one fails, those before it
    are put back. Raises `OgpError`, which says what is written then.
    """
    if within:
        places = targets(files, within)
        for folder in sorted({place.parent for place in places.values()}):
            _make(folder)
    else:
        places = {path: target(path, in_data=in_data) for path in files}
    there = {places[path]: each for path, each in files.items()}
    done: list[Path] = []
    with held():
        try:
            with _Beside(within) as beside:
                for path, (_, new) in there.items():
                    beside.write(path, new)
                for path, (old, _) in there.items():
                    _compare(path, old)
                    beside.put(path)
                    done.append(path)
        except OgpError as error:
            left = sum(not _put_back(path, there[path]) for path in reversed(done))
            raise _outcome(error, left, len(there)) from error


def make_folder(given: Path, *, in_data: bool = False) -> None:
    """Create a folder, and those above it, where it is missing; `OgpError` where it cannot be."""
    _make(target(given, in_data=in_data, other=FOLDER))


def _make(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OgpError(
            _("{path} cannot be created: {reason}").format(path=path, reason=error.strerror)
        ) from error


class _Beside:
    """Files that are not in place yet, in hidden folders beside their targets.

    Git passes over such a folder, also where a process was killed and has left it: it says so
    itself, in a file `.gitignore`.
    """

    def __init__(self, within: Path | None = None) -> None:
        self._within = within
        self._folders: dict[Path, Path] = {}
        self._files: dict[Path, Path] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for parent, folder in self._folders.items():
            shutil.rmtree(folder, ignore_errors=True)
            _sync(parent)

    def write(self, path: Path, data: bytes) -> None:
        """Write what is to replace `path`, with its permissions and its owner."""
        with _named(path):
            now = path.stat() if path.exists() else None
            if now and not (now.st_mode & 0o222 and os.access(path, os.W_OK)):
                raise OgpError(
                    _("{path} is read-only").format(path=path),
                    _("allow writing to it, as chmod u+w does"),
                )
            self._files[path] = self._folder(self._within or path.parent) / f"{len(self._files)}"
            _create(self._files[path], data, on_disk=not self._within)
            if now:
                _own(self._files[path], now)

    def put(self, path: Path) -> None:
        """Put what was written in place of `path`."""
        with _named(path):
            self._files[path].replace(path)

    def _folder(self, parent: Path) -> Path:
        if parent not in self._folders:
            folder = parent / f".ogp-{os.urandom(8).hex()}"
            folder.mkdir(0o700)  # what may be secret is not seen before its permissions are set
            self._folders[parent] = folder
            _create(folder / ".gitignore", b"*\n", on_disk=False)
        return self._folders[parent]


def _create(path: Path, data: bytes, *, on_disk: bool) -> None:
    """Create a file where there is none, not even a link, and bring it to the disk if asked to."""
    with path.open("xb") as stream:
        stream.write(data)
        if on_disk:
            stream.flush()
            os.fsync(stream.fileno())


def _own(path: Path, like: os.stat_result) -> None:
    """Give a file the owner, where that is allowed, and the permissions of another."""
    if hasattr(os, "chown"):
        for owner in ((-1, like.st_gid), (like.st_uid, -1)):
            with suppress(OSError):
                os.chown(path, *owner)
    path.chmod(like.st_mode & 0o777)


def _sync(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _compare(path: Path, expected: bytes | None) -> None:
    """Raise `OgpError` where a file is no longer what it was when it was read."""
    with _named(path):
        there = os.path.lexists(path)
        same = expected is None if not there else path.is_file() and path.read_bytes() == expected
    if not same:
        hint = _("somebody else changes it; look at it, and run this again")
        raise OgpError(_("{path} changed in the meantime").format(path=path), hint)


def _put_back(path: Path, replacement: Replacement) -> bool:
    """Put a file back as it was; return whether that succeeded."""
    try:
        with _Beside() as beside, _named(path):
            if replacement.old is not None:
                beside.write(path, replacement.old)
            _compare(path, replacement.new)
            if replacement.old is None:
                path.unlink()
            else:
                beside.put(path)
    except OgpError:
        return False
    return True


def _outcome(error: OgpError, left: int, number: int) -> OgpError:
    """Return an error that says how many files are written in spite of it."""
    if not left:
        return OgpError(error.message, _("nothing was written; {hint}").format(hint=error.hint))
    said = _("{left} of {number} files are written, the others are not: {message}").format(
        left=left, number=number, message=error.message
    )
    return OgpError(said, _("once that is put right, run the same command again, then: ogp check"))


def is_stream(path: Path) -> bool:
    """Return whether a path is a pipe or a device, or a name of standard output."""
    named = path.is_absolute() and path.parts[1:2] in {("dev",), ("proc",)}
    with _named(path):
        return path.exists() and (named or not stat.S_ISREG(path.stat().st_mode))


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say which file could not be written."""
    try:
        yield
    except OSError as error:
        said = _("{path} cannot be written: {reason}").format(path=path, reason=error.strerror)
        lacking = _("the folder {folder} does not exist").format(folder=path.parent)
        raise OgpError(said, _(_AGAIN) if path.parent.exists() else lacking) from error
