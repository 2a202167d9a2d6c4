"""A file of the disk to a model: whatever is in its place ends as a model or as findings."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, TypeVar

from ogp_cli.models.base import Identity
from ogp_cli.problem import Acceptance, Finding, Place, Spot
from ogp_cli.store.folder import stem
from ogp_cli.store.hidden import acceptances, hidden
from ogp_cli.store.parse import MAX_BYTES, parse
from ogp_cli.store.validate import validate

M = TypeVar("M")

# `hidden` is what is wrong in a file that can be read all the same, `stray` what nobody reads.
Stage = Literal["file", "yaml", "shape", "hidden", "stray"]

# Without blocking: a pipe with nobody at the other end would wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """What came of reading a file: a model, or the findings of the stage that refused it."""

    model: M | None
    stage: Stage
    findings: Sequence[Finding] = ()
    acceptances: Sequence[Acceptance] = ()


def read(root: Path, file: str, model: type[M]) -> Reading[M]:
    """Read `file`, a path from `root`, as a model. Never raises for what the file holds."""
    data = read_bytes(root, file)
    if isinstance(data, Finding):
        return Reading(None, "file", (data,))
    document, findings = parse(data, file)
    if document is None:
        return Reading(None, "yaml", findings)
    record, findings = validate(model, document, Identity(stem(file), file))
    if record is None:
        return Reading(None, "shape", findings)
    accepted = list(acceptances(document.values, Place(file))) if b"accept" in data else []
    return Reading(record, "hidden", hidden(data, file), accepted)


def read_bytes(root: Path, file: str) -> bytes | Finding:
    """Return the bytes of a file, or why there are none; of a huge one, enough to refuse it."""
    try:
        descriptor = os.open(f"{root}/{file}", _FLAGS)
    except FileNotFoundError:
        return Finding(Spot(file), "the file is missing", "create it, or look where it has gone")
    except OSError as error:
        return _unreadable(file, error.strerror or str(error))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(file, "not a regular file")
        return _all(descriptor, min(status.st_size, MAX_BYTES) + 1)
    except OSError as error:
        return _unreadable(file, error.strerror or str(error))
    finally:
        os.close(descriptor)


def _all(descriptor: int, most: int) -> bytes:
    """Return what there is to read, `most` bytes at a time, and little more than is accepted."""
    data = b""
    while len(data) <= MAX_BYTES and (more := os.read(descriptor, most)):
        data += more
    return data


def _unreadable(file: str, why: str) -> Finding:
    hint = "move it out of the data, or correct its permissions"
    return Finding(Spot(file), "the file cannot be read: {why}", hint, {"why": why})
