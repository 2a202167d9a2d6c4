"""Who changes a book holds its lock, from the first file that is read to the last one written."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ogp_cli.errors import OgpError
from ogp_cli.lang.interface import _

SECONDS = 5.0
_PAUSE = 0.05


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Let no other `ogp` change the book within the block.

    The lock ends with the process, however that ends, and leaves nothing in the book. Raises
    `OgpError` where somebody else still has it after five seconds.
    """
    deadline = time.monotonic() + SECONDS
    while (descriptor := _lock(root / "data")) is None:
        if time.monotonic() > deadline:
            hint = _("wait until the other command is done, and run this again")
            raise OgpError(
                _("somebody else is writing to the book in {root}").format(root=root), hint
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":

    def _lock(folder: Path) -> int | None:
        """Return the lock as an open file, or None where somebody has it.

        Windows removes the file when it is closed, also by the end of the process.
        """
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY | os.O_NOINHERIT
        try:
            return os.open(folder / ".ogp-lock", flags)
        except OSError:
            return None

else:
    import fcntl

    def _lock(folder: Path) -> int | None:
        """Return the folder, open and locked, or None where somebody has the lock.

        Where a file system has no locks, as some network drives, each file is still compared with
        what was read, just before it is replaced.
        """
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError as error:
            raise OgpError(
                _("{folder} cannot be read: {reason}").format(folder=folder, reason=error.strerror)
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            pass
        return descriptor
