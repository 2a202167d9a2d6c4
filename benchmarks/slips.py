"""Make single slips in the shipped book, as people make them, and see whether `ogp check` tells.

The same seed makes the same slips in the same book. A slip is found where the check reports a
problem, of any level, that it does not report of the book as it was. It is found in its place where
the problem, or the other side that it names, is in an entry that the slip changed (an item of a
list, or a key, with what is indented below it), beside lines that are gone, in a file that came or
went, in the file of a commitment that such an entry names, or in a line that names what it names.

To ask another installation: its Python runs this file.
"""

import argparse
import difflib
import gc
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stdout, suppress
from operator import add
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from slip_kinds import GROUPS, Book, Edits, read
from slip_kinds.place import Line, Place
from typer.main import get_command

from ogp_cli.cli import app

Problem = dict[str, Any]  # as `ogp check --format json` prints it
ROOT = Path(__file__).parents[1]
SEED, EACH = 12, 20
TRIES = 20  # for each slip: some change nothing, and some were made before


class Slip(NamedTuple):
    """What somebody did, and what it made of the files."""

    group: str
    kind: str
    edits: Edits


class Verdict(NamedTuple):
    """A slip, and whether it was found, and in its place."""

    slip: Slip
    is_found: bool
    is_placed: bool


def slips(book: Book, seed: int, each: int, only: str | None) -> Iterator[Slip]:
    """Yield up to `each` different slips of every kind, or only those of a kind or group.

    Those of a smaller number are the first ones of a larger.
    """
    for group, kinds in GROUPS.items():
        for kind in kinds if only in {None, group} else kinds.keys() & {only}:
            for edits in _of_kind(group, kind, book, Random(f"{seed} {kind}"), each):  # noqa: S311
                yield Slip(group, kind, edits)


def _of_kind(group: str, kind: str, book: Book, pick: Random, each: int) -> list[Edits]:
    made: list[Edits] = []
    for _ in range(each * TRIES):
        edits = GROUPS[group][kind](book, pick)
        is_new = any(book.get(file) != text for file, text in edits.items())
        if is_new and edits not in made:
            made.append(edits)
        if len(made) == each:
            break
    return made


class Checker:
    """Checks a copy of a book, as it was and after a slip, by the command line in this process."""

    def __init__(self, book: Book, root: Path) -> None:
        self._book, self._root = book, root
        self._ogp = get_command(app)
        self._write(book)
        self._before = Counter(fact for each in self._problems() for fact in _facts(each))

    def verdict(self, slip: Slip) -> Verdict:
        """Return whether the slip is found, and leave the copy as it was."""
        self._write(slip.edits)
        problems = self._problems()
        self._write({file: self._book.get(file) for file in slip.edits})
        new = Counter(fact for each in problems for fact in _facts(each)) - self._before
        found = (problem for problem in problems if not new.keys().isdisjoint(_facts(problem)))
        spots = [spot for problem in found for spot in _spots(problem)]
        return Verdict(slip, bool(new), any(map(Place(self._book, slip.edits).holds, spots)))

    def _write(self, edits: Edits) -> None:
        for name, text in edits.items():
            file = self._root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink()
            else:
                file.write_bytes(text.encode() if isinstance(text, str) else text)

    def _problems(self) -> list[Problem]:
        printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with redirect_stdout(printed), suppress(SystemExit):  # how a command ends
            self._ogp(["check", "--format", "json", "--root", str(self._root)])
        printed.seek(0)
        problems: list[Problem] = json.load(printed)["problems"]
        return problems


def _facts(problem: Problem) -> list[tuple[str, str, str]]:
    """Return what a problem says of each of its files, whatever the line."""
    files = (each["file"] for each in (problem, *problem["related"]))
    return [(problem["rule"], file, problem["message"]) for file in files]


def _spots(problem: Problem) -> Iterator[Line]:
    for at in (problem, *problem["related"]):
        yield at["file"], at["line"]


def verdicts(
    book: Book, seed: int = SEED, each: int = EACH, only: str | None = None
) -> list[Verdict]:
    """Return what becomes of the slips of every kind in a book, or of a kind or group."""
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(book, Path(folder))
        gc.freeze()  # what is imported stays: looking through it takes longer than a check
        return [checker.verdict(slip) for slip in slips(book, seed, each, only)]


def table(verdicts: Iterable[Verdict]) -> str:
    """Return how many slips were made, found, and found in their place: by kind, group, in all."""
    rows: dict[tuple[str, str], list[int]] = {}
    for slip, *found in verdicts:
        for name in ((slip.group, slip.kind), (slip.group, ""), ("", "")):
            row = rows.setdefault(name, [0, 0, 0])
            row[:] = map(add, row, (1, *found))
    lines = [f"{'':48}{'made':>6}{'found':>7}{'placed':>8}"]
    for group, kinds in GROUPS.items():
        lines += ["", _line(group, rows[group, ""])]
        lines += [_line(f"  {kind}", rows[group, kind]) for kind in kinds if (group, kind) in rows]
    return "\n".join([*lines, "", _line("in all", rows["", ""])]) + "\n"


def _line(name: str, row: Sequence[int]) -> str:
    made, found, placed = row
    return f"{name:48}{made:6}{found:7}{placed:8}{found / made:7.0%}"


def differences(book: Book, slip: Slip) -> str:
    """Return the lines that a slip changed, as a patch."""
    patches: list[str] = []
    for file, text in slip.edits.items():
        after = text.decode(errors="replace") if isinstance(text, bytes) else text or ""
        before = book.get(file) or ""
        patches += difflib.unified_diff(
            before.splitlines(), after.splitlines(), file, file, n=1, lineterm=""
        )
    return "\n".join(patches)


def main() -> None:
    """Print the table, or the slips of a kind that are not found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--book", type=Path, default=ROOT, help="the folder that holds data/")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--each", type=int, default=EACH, help="how many of a kind")
    parser.add_argument("--show", metavar="KIND", help="show what is not found of a kind or group")
    given = parser.parse_args()
    book = read(given.book)
    made = verdicts(book, given.seed, given.each, given.show)
    if given.show is None:
        print(f"seed {given.seed}\n\n{table(made)}", end="")  # noqa: T201
    for slip, *found in made:
        if given.show and not all(found):
            where = "found in another place" if any(found) else "not found"
            print(f"{slip.kind}: {where}\n{differences(book, slip)}\n")  # noqa: T201


if __name__ == "__main__":
    main()
