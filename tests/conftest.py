"""What the tests share: the two plans, and the command line run inside the process."""

import io
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from ogp_cli.cli import main

ROOT = Path(__file__).parents[1]
FRENCH = ROOT / "tests" / "plans" / "french"


@dataclass(frozen=True)
class Result:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Ogp = Callable[..., Result]


@pytest.fixture
def ogp(monkeypatch: pytest.MonkeyPatch) -> Ogp:
    """Run `ogp` with arguments in a folder: `ogp("status", cwd=book)`."""
    for name in ("OGP_ROOT", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Result:
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            for name, value in environment.items():
                patch.setenv(name, value)
            code = main([os.fspath(argument) for argument in arguments])
            for stream in streams:
                stream.flush()
        out, err = (stream.buffer.getvalue().decode() for stream in streams)
        return Result(code, out, err)

    return run


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a copy of the shipped data, free to be broken."""
    shutil.copytree(ROOT / "data", tmp_path / "book" / "data")
    return tmp_path / "book"


@pytest.fixture
def whole(snapshot: SnapshotAssertion) -> Callable[[str], SnapshotAssertion]:
    """Compare with a whole file of `__snapshots__`, by its ending: `text == whole("md")`."""

    def of(ending: str) -> SnapshotAssertion:
        class Extension(SingleFileSnapshotExtension):
            file_extension = ending
            _write_mode = WriteMode.TEXT

        return snapshot.use_extension(Extension)

    return of
