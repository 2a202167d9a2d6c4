"""Where a slip is: the entries whose lines it changed, and what they name."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from slip_kinds.making import COMMITMENTS, Book, Edits

Line = tuple[str, int]  # a file, and a line counted from 1
_NAME = re.compile(r"(?<![\w:-])[\w-]+(?![\w-]|:\d)")  # no part of a day or an hour


class Place:
    """The lines that a slip changed, in the book as it is then, with the other side of them."""

    def __init__(self, book: Book, edits: Edits) -> None:
        self._after = {**book, **edits}
        self._lines: set[Line] = set()
        self._files: set[str] = set()
        self._names: set[str] = set()
        known = _known(book)
        for file, new in edits.items():
            old = book.get(file)
            if isinstance(new, str) and new and old:
                self._compare(file, old.splitlines(), new.splitlines())
            else:
                self._files.add(file)
            self._names.add(_stem(file))
        self._names &= known | {_stem(file) for file in self._files}

    def _compare(self, file: str, old: Sequence[str], new: Sequence[str]) -> None:
        for tag, first, last, start, end in SequenceMatcher(None, old, new, False).get_opcodes():
            if tag != "equal":
                was, now = entry(old, first, last), entry(new, start, end)
                self._lines |= {(file, line + 1) for line in now}
                said = " ".join([*(old[line] for line in was), *(new[line] for line in now)])
                self._names |= set(_NAME.findall(said))

    def holds(self, spot: Line) -> bool:
        """Say whether a line is where the slip is, or is the other side of it."""
        file, line = spot
        if spot in self._lines or file in self._files:
            return True
        text = self._after.get(file)
        lines = text.splitlines() if isinstance(text, str) else []
        names = _NAME.findall(lines[line - 1]) if line <= len(lines) else []
        return _stem(file) in self._names or not self._names.isdisjoint(names)


def entry(lines: Sequence[str], start: int, end: int) -> range:
    """Return the lines of the entries that hold `lines[start:end]`; of a gap, those beside it."""
    first, last = (start, end - 1) if start < end else (max(start - 1, 0), start)
    first, last = min(first, len(lines) - 1), min(last, len(lines) - 1)
    while first and not _begins(lines[first]):
        first -= 1
    depth, last = _depth(lines[first]), last + 1
    while last < len(lines) and _depth(lines[last]) > depth:
        last += 1
    return range(first, last)


def _begins(line: str) -> bool:
    return line.lstrip().startswith("- ") or not line.startswith((" ", "\t", "-"))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _stem(file: str) -> str:
    return file.rpartition("/")[2].partition(".")[0]


def _known(book: Book) -> set[str]:
    """Return the ids of commitments, institutions and groups."""
    commitments = (_stem(file) for file in book if file.startswith(COMMITMENTS))
    institutions = re.findall(r"^([a-z0-9-]+):", book["data/organizations.yaml"], re.MULTILINE)
    groups = re.findall(r"^  ([a-z-]+):", book["data/plan.yaml"], re.MULTILINE)
    return {*commitments, *institutions, *groups}
