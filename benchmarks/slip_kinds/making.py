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
CARD = r"data/commitments/c\d"
REPORT = "data/reports/"
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
        if not (everywhere := places(book, files, pattern)):
            return {}
        one = pick.choice(everywhere)
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
        if not (found := places(book, files, pattern)):
            return {}
        return put(book, pick.choice(found), said(book, pick.choice(found)))

    return make


def other(*values: str) -> New:
    """Return a choice of another of some values."""
    return lambda old, pick: pick.choice([value for value in values if value != old])


def at_letter(change: Callable[[str, int, Random], str]) -> New:
    """Return a change of a word at one of its letters, but not the first."""
    return lambda word, pick: change(word, pick.randrange(1, max(len(word), 2)), pick)


def split_at(change: Callable[[str, str], str]) -> New:
    """Return a change of a text, made of what stands before and after a random place of it."""

    def new(text: str, pick: Random) -> str:
        index = pick.randrange(1, len(text))
        return change(text[:index], text[index:])

    return new


# A letter left out, but not the first.
mistyped = at_letter(lambda word, index, _: word[:index] + word[index + 1 :])


def twice(old: str, _: Random) -> str:
    """Write something a second time."""
    return old * 2


def near(old: str, pick: Random) -> str:
    """Return the number before or after."""
    return str(int(old) + pick.choice((-1, 1)))


def digit(old: str, pick: Random) -> str:
    """Change one digit of a text, perhaps into itself."""
    index = pick.choice([match.start() for match in re.finditer(r"\d", old)])
    return old[:index] + pick.choice("0123456789") + old[index + 1 :]


def year(old: str, pick: Random) -> str:
    """Change the year of a day or a month: one off, or ten years later."""
    return str(int(old[:4]) + pick.choice((-1, 1, 10))) + old[4:]


def month(old: str, pick: Random) -> str:
    """Change the month of a day or a month: one off, in the same year."""
    now = int(old[5:7])
    changed = pick.choice([each for each in (now - 1, now + 1) if 1 <= each <= 12])  # noqa: PLR2004
    return f"{old[:5]}{changed:02}{old[7:]}"


def day(change: str) -> New:
    """Return a change of a day: `{y}-{m}-{d}` is the day itself."""

    def new(old: str, _: Random) -> str:
        y, m, d = old[:10].split("-")
        return change.format(y=y, m=m, d=d) + old[10:]

    return new
