"""A real shell on a pseudo-terminal, in which somebody types."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

# Makes the pseudo-terminal that of the session, as fish wants it.
_CONTROL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


_COMMANDS = {
    "zsh": ["zsh", "-f", "-i"],
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


class Shell:
    """zsh, bash or fish in a folder, without the user's own settings."""

    def __init__(self, name: str, cwd: Path, home: Path, path: str) -> None:
        import pty  # noqa: PLC0415 - not on Windows
        import termios  # noqa: PLC0415

        self.leader, follower = pty.openpty()
        termios.tcsetwinsize(follower, (100, 200))
        environment = {"PATH": path, "HOME": str(home), "TERM": "xterm", "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CONTROL, *_COMMANDS[name]],
            cwd=cwd,
            env=environment,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
        )
        os.close(follower)
        self.seen = ""

    def type(self, text: str) -> None:
        os.write(self.leader, text.encode())

    def wait_for(self, pattern: str, seconds: float = 120) -> str:
        """Return what the terminal showed until it shows `pattern`, and forget it."""
        end = time.monotonic() + seconds
        while not (found := re.search(pattern, self.seen)):
            assert time.monotonic() < end, self.seen
            self._read(0.5)
        shown, self.seen = self.seen[: found.end()], self.seen[found.end() :]
        return shown

    def rest(self, seconds: float = 2) -> str:
        """Return what else the terminal shows until it is quiet."""
        while self._read(seconds):
            pass
        return self.seen

    def close(self) -> None:
        os.close(self.leader)
        self.process.kill()
        self.process.wait()

    def _read(self, seconds: float) -> bool:
        if not select.select([self.leader], [], [], seconds)[0]:
            return False
        try:
            self.seen += os.read(self.leader, 65536).decode(errors="replace")
        except OSError:  # Linux says so at the end
            return False
        return True


def need(program: str) -> None:
    """Skip where a program is missing; in CI, fail."""
    if shutil.which(program):
        return
    assert "CI" not in os.environ, f"{program} is not installed"
    pytest.skip(f"needs {program}")
