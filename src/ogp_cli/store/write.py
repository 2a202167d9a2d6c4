"""Files written whole or not at all."""

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ogp_cli.errors import OgpError

# A file that is not finished is called after its process: .ogp-1234-xxxxxxxx.tmp
_MARK, _ENDING = ".ogp-", ".tmp"


def write(path: Path, data: bytes) -> None:
    """Put `data` in place of `path`, which is never seen half-written.

    A link is followed; a pipe or a device is written to directly. Raises `OgpError` if the file
    cannot be written.
    """
    try:
        if _is_stream(path):
            with path.open("ab") as stream:
                stream.write(data)
            return
    except OSError as error:
        raise _unwritable(path, error) from error
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Put bytes in place of files. All are written beside them before the first is put in place.

    Raises `OgpError` where one cannot be written; the others stay as they were, unless the disk
    fails between two renames.
    """
    beside: dict[Path, Path] = {}
    try:
        for given, data in files.items():
            path = Path(os.path.realpath(given))
            _sweep(path.parent)
            _write_beside(path, data, beside)
        for path, temporary in beside.items():
            temporary.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Create a folder, and those above it, where it is missing; `OgpError` where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OgpError(f"{path} cannot be created: {error.strerror}") from error


def _write_beside(path: Path, data: bytes, beside: dict[Path, Path]) -> None:
    """Write a temporary file beside `path`, and note it before it is there."""
    beside[path] = path.parent / f"{_MARK}{os.getpid()}-{os.urandom(4).hex()}{_ENDING}"
    with beside[path].open("xb") as stream:
        stream.write(data)
    if path.exists():
        beside[path].chmod(path.stat().st_mode & 0o777)


def _sweep(folder: Path) -> None:
    """Remove what processes left that were killed while they wrote."""
    for left in folder.glob(f"{_MARK}*{_ENDING}"):
        number = left.name.removeprefix(_MARK).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            with suppress(OSError):
                left.unlink()


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return False  # a file that a process has open cannot be removed there
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _is_stream(path: Path) -> bool:
    """Return whether a path is a pipe or a device, or a name of standard output."""
    named = path.is_absolute() and path.parts[1:2] in {("dev",), ("proc",)}
    return path.exists() and (named or not stat.S_ISREG(path.stat().st_mode))


def _unwritable(path: Path, error: OSError) -> OgpError:
    return OgpError(f"{path} cannot be written: {error.strerror}")
