"""Make single slips in a book, as people make them, and see whether `ogp check` tells.

The same seed makes the same slips in the same book. A slip is found where the check reports a
problem, of any level, that it does not report of the book as it was. It is found in its place where
the problem, or the other side that it names, is in an entry that the slip changed (an item of a
list, or a key, with what is indented below it), beside lines that are gone, in a file that came or
went or in a line that names it, in the file of a commitment that such an entry names, or in a line
that names what it names.

The books are the shipped one and `examples/adopted`, which is larger: fewer slips of each kind are
made there. A kind that has no place in either book waits for it: it makes no slip.

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
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout, suppress
from operator import add
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from slip_kinds import GROUPS, ONE_BY_ONE, Book, Edits, read
from slip_kinds.place import Line, Place

from ogp_cli.cli import app

Problem = dict[str, Any]  # as `ogp check --format json` prints it
ROOT = Path(__file__).parents[1]
SEED = 12
BOOKS = {"the shipped book": (ROOT, 20), "the example": (ROOT / "examples/adopted", 1)}
DELETED = "deleted, one by one"
HEAD = "| group | "  # begins the table of CONTRIBUTING.md
TRIES = 20  # for each slip: some change nothing, and some were made before


_KINDS: dict[str, Sequence[str]] = {
    **{group: list(kinds) for group, kinds in GROUPS.items()},
    DELETED: list(ONE_BY_ONE),
}


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

    Those of a smaller number are the first ones of a larger. Files are deleted one by one, all of
    them.
    """
    for group, kinds in GROUPS.items():
        for kind in kinds if only in {None, group} else kinds.keys() & {only}:
            for edits in _of_kind(group, kind, book, Random(f"{seed} {kind}"), each):  # noqa: S311
                yield Slip(group, kind, edits)
    for kind, all_of in ONE_BY_ONE.items():
        if only in {None, DELETED, kind}:
            for edits in all_of(book):
                yield Slip(DELETED, kind, edits)


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
        self._ogp = app
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


def verdicts(book: Book, each: int, seed: int = SEED, only: str | None = None) -> list[Verdict]:
    """Return what becomes of the slips of every kind in a book, or of a kind or group."""
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(book, Path(folder))
        gc.freeze()  # what is imported stays: looking through it takes longer than a check
        return [checker.verdict(slip) for slip in slips(book, seed, each, only)]


Row = tuple[int, ...]  # how many slips were made, found, and found in their place
Rows = dict[tuple[str, str], Row]  # by group and kind; no kind: the group; neither: all


def rows(verdicts: Iterable[Verdict]) -> Rows:
    """Return the figures of each kind and group, and of all; of every kind, made or not."""
    kinds = [(group, kind) for group, kinds in _KINDS.items() for kind in ("", *kinds)]
    counted: Rows = dict.fromkeys([*kinds, ("", "")], (0, 0, 0))
    for slip, *found in verdicts:
        for name in ((slip.group, slip.kind), (slip.group, ""), ("", "")):
            counted[name] = tuple(map(add, counted[name], (1, *found)))
    return counted


def table(counted: Rows) -> str:
    """Return the figures as lines, but for the kinds that have no place in the book."""
    lines = [f"{'':48}{'made':>6}{'found':>7}{'placed':>8}"]
    for (group, kind), row in counted.items():
        if row[0]:
            name = f"  {kind}" if kind else f"\n{group or 'in all'}"
            lines.append(_line(name, row))
    return "\n".join(lines) + "\n"


def _line(name: str, row: Row) -> str:
    made, found, placed = row
    space = " " * (48 - len(name.lstrip("\n")))
    return f"{name}{space}{made:6}{found:7}{placed:8}{found / made:7.0%}"


def summary(books: Sequence[Rows]) -> str:
    """Return the figures of books as a table in Markdown: a row a group, with all its kinds."""
    lines = [f"{HEAD}{' | '.join(BOOKS)} | kinds |", f"| --- |{' ---: |' * len(BOOKS)} --- |"]
    for group, kinds in _KINDS.items():
        cells = [_share(counted[group, ""]) for counted in books]
        said = (_kind(kind, [counted[group, kind] for counted in books]) for kind in kinds)
        lines.append(f"| {group} | {' | '.join(cells)} | {'; '.join(said)} |")
    cells = [_share(counted["", ""]) for counted in books]
    return "\n".join([*lines, f"| **in all** | {' | '.join(cells)} | |"]) + "\n"


def _kind(name: str, figures: Sequence[Row]) -> str:
    if all(made == found for made, found, _ in figures):
        return name if any(map(any, figures)) else f"{name} (–)"
    return f"{name} ({', '.join(map(_share, figures))})"


def _share(row: Row) -> str:
    return f"{row[1]}/{row[0]}" if row[0] else "–"


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
    """Print the tables of the books, or of one, or the slips of a kind that are not found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--book", type=Path, help="the folder that holds data/, of one book alone")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--each", type=int, help="how many of a kind")
    parser.add_argument("--show", metavar="KIND", help="show what is not found of a kind or group")
    parser.add_argument("--write", action="store_true", help="into slips.txt and CONTRIBUTING.md")
    given = parser.parse_args()
    if given.write and (given.book or given.each or given.show):
        parser.error("--write takes both books, and all their slips")
    books = {str(given.book): (given.book, 20)} if given.book else BOOKS
    with ProcessPoolExecutor() as pool:
        asked = [
            [
                pool.submit(verdicts, read(root), given.each or each, given.seed, group)
                for group in ([given.show] if given.show else _KINDS)
            ]
            for root, each in books.values()
        ]
        made = [[each for part in parts for each in part.result()] for parts in asked]
    if given.show:
        for (name, (root, _)), of_book in zip(books.items(), made, strict=True):
            print(f"{name}\n")  # noqa: T201
            _show(read(root), of_book)
        return
    counted = [rows(of_book) for of_book in made]
    tables = (f"{name}\n\n{table(each)}" for name, each in zip(books, counted, strict=True))
    text = f"seed {given.seed}\n\n" + "\n\n".join(tables)
    if given.write:
        _write(text, summary(counted))
    else:
        print(text, end="")  # noqa: T201


def _write(text: str, short: str) -> None:
    (ROOT / "benchmarks/slips.txt").write_text(text, encoding="utf-8")
    guide = ROOT / "CONTRIBUTING.md"
    before, rest = guide.read_text(encoding="utf-8").split(HEAD)
    after = rest.partition("| **in all** ")[2].partition("\n")[2]
    guide.write_text(before + short + after, encoding="utf-8")


def _show(book: Book, made: Iterable[Verdict]) -> None:
    for slip, *found in made:
        if not all(found):
            where = "found in another place" if any(found) else "not found"
            print(f"{slip.kind}: {where}\n{differences(book, slip)}\n")  # noqa: T201


if __name__ == "__main__":
    main()
