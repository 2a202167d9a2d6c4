"""How a slip is made: a place of the book is picked at random, and its text is replaced."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

Book = Mapping[str, str]  # the files by their paths, as in "data/plan.yaml"
Edits = Mapping[str, str | bytes | None]  # what files hold after a slip; None: the file is gone
Make = Callable[[Book, Random], Edits]
New = Callable[[str, Random], str]

ANY = r"\.yaml$"
COMMITMENTS = "data/commitments/"
MEETING = "data/meetings/"
MERGED = "data/commitments/.*merge|data/commitments/enabling"
PLAN = "data/plan"
INSTITUTIONS = "data/organizations"

# Arabic letters, the vowel signs left out; a word of them; a line of text after its key or dash.
LETTERS = "\u0621-\u063a\u0641-\u064a"
WORD = rf"(?<![{LETTERS}])[{LETTERS}]{{4,}}(?![{LETTERS}])"
# An item of a list that begins at the margin, with all its lines.
ITEM = r"^- .*\n(?:  .*\n)*"


class Place(NamedTuple):
    """A part of a file: `file[start:end]`."""

    file: str
    start: int
    end: int


def read(root: Path) -> Book:
    """Return the files of the book that lies in `root`."""
    files = sorted((root / "data").rglob("*.yaml"))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def places(book: Book, files: str, pattern: str) -> list[Place]:
    """Return where a pattern matches outside comments; where it has groups, the one that does."""
    return [
        Place(file, *match.span(match.lastindex or 0))
        for file, text in book.items()
        if re.search(files, file)
        for match in re.finditer(pattern, text, re.MULTILINE)
        if "#" not in text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    ]


def put(book: Book, place: Place, new: str) -> Edits:
    """Return the book's change where `new` stands at a place."""
    text = book[place.file]
    return {place.file: text[: place.start] + new + text[place.end :]}


def said(book: Book, place: Place) -> str:
    """Return what stands at a place."""
    return book[place.file][place.start : place.end]


def replace(files: str, pattern: str, new: New | str) -> Make:
    """Replace what a pattern finds."""

    def make(book: Book, pick: Random) -> Edits:
        if not (found := places(book, files, pattern)):
            return {}
        place = pick.choice(found)
        return put(book, place, new if isinstance(new, str) else new(said(book, place), pick))

    return make


def swap(files: str, pattern: str, *, neighbours: bool = False) -> Make:
    """Exchange two places of one file that a pattern finds, or two that follow each other."""

    def make(book: Book, pick: Random) -> Edits:
        one = pick.choice(places(book, files, pattern))
        found = places(book, f"^{re.escape(one.file)}$", pattern)
        other = found[(found.index(one) + 1) % len(found)] if neighbours else pick.choice(found)
        first, second = sorted((one, other))
        if first == second:
            return {}
        text = book[one.file]
        parts = (text[: first.start], said(book, second), text[first.end : second.start])
        return {one.file: "".join((*parts, said(book, first), text[second.end :]))}

    return make


def paste(files: str, pattern: str) -> Make:
    """Write over one place what stands at another, in any of the files."""

    def make(book: Book, pick: Random) -> Edits:
        found = places(book, files, pattern)
        return put(book, pick.choice(found), said(book, pick.choice(found)))

    return make


def other(*values: str) -> New:
    """Return a choice of another of some values."""
    return lambda old, pick: pick.choice([value for value in values if value != old])


def at_letter(change: Callable[[str, int, Random], str]) -> New:
    """Return a change of a word at one of its letters, but not the first."""
    return lambda word, pick: change(word, pick.randrange(1, len(word)), pick)


def split_at(change: Callable[[str, str], str]) -> New:
    """Return a change of a text, made of what stands before and after a random place of it."""

    def new(text: str, pick: Random) -> str:
        index = pick.randrange(1, len(text))
        return change(text[:index], text[index:])

    return new
