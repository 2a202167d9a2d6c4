"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from ogp_cli.errors import OgpError


def write(path: Path, data: bytes) -> None:
    """Put `data` in place of `path`, which is never seen half-written.

    A link is followed; a pipe or a device is written to directly. Raises `OgpError` if the file
    cannot be written.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
            Path(beside).chmod(_mode(path))
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OgpError(f"{path} cannot be written: {error.strerror}") from error


def make_folder(path: Path) -> None:
    """Create a folder, and those above it, where it is missing; `OgpError` where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OgpError(f"{path} cannot be created: {error.strerror}") from error


def _mode(path: Path) -> int:
    """Return the permissions that the file has, or would have had from a plain `open`."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
