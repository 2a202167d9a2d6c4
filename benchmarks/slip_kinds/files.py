"""Slips with whole files."""

from collections.abc import Callable
from random import Random

from slip_kinds.making import COMMITMENTS, MEETING, REPORT, Book, Edits, Make, replace, twice

BODY = r"\A(?:.*\n)+\Z"


def _file(book: Book, pick: Random, within: str = "data/") -> str:
    return pick.choice(_files(book, within))


def _files(book: Book, within: str) -> list[str]:
    return [file for file in book if file.startswith(within)]


def moved(new: str, *, copy: bool = False, within: str = "data/") -> Make:
    """Rename a file, or copy it: `{folder}`, `{stem}` and `{number}` say how."""

    def make(book: Book, pick: Random) -> Edits:
        if not _files(book, within):
            return {}
        file = _file(book, pick, within)
        folder, _, name = file.rpartition("/")
        stem = name.removesuffix(".yaml")
        moved = new.format(folder=folder, stem=stem, number=pick.randrange(28, 99))
        return {moved: book[file]} if copy else {file: None, moved: book[file]}

    return make


def _whole(encoding: str) -> Make:
    """Write a file in another encoding."""

    def make(book: Book, pick: Random) -> Edits:
        file = _file(book, pick)
        return {file: book[file].encode(encoding, "replace")}

    return make


def deleted(within: str) -> Callable[[Book], list[Edits]]:
    """Return how to delete each file of a folder, one by one."""
    return lambda book: [{file: None} for file in _files(book, within)]


def _gone(book: Book, pick: Random) -> Edits:
    return {_file(book, pick): None}


def _exchanged(book: Book, pick: Random) -> Edits:
    one, other = _file(book, pick, COMMITMENTS), _file(book, pick, COMMITMENTS)
    return {one: book[other], other: book[one]}


def _overwritten(book: Book, pick: Random) -> Edits:
    return {_file(book, pick): book[_file(book, pick)]}


FILES = {
    "deleted": _gone,
    "emptied": replace(".", BODY, ""),
    "cut in the middle of a line": replace(".", BODY, lambda text, _: text[: len(text) // 2]),
    "cut after a line": replace(
        ".",
        BODY,
        lambda text, pick: text[: text.rindex("\n", 0, -pick.randrange(1, 60)) + 1],
    ),
    "a commitment renamed": moved("{folder}/{number}.yaml", within=COMMITMENTS),
    "a meeting renamed": moved("{folder}/2024-03-{number}.yaml", within=MEETING),
    "renamed to .yml.txt": moved("{folder}/{stem}.yml.txt"),
    "renamed to .YAML": moved("{folder}/{stem}.YAML"),
    "renamed with a space": moved("{folder}/{stem} .yaml"),
    "copied under another number": moved("{folder}/{number}.yaml", copy=True, within=COMMITMENTS),
    "copied as “… copy”": moved("{folder}/{stem} copy.yaml", copy=True),
    "copied as .yml": moved("{folder}/{stem}.yml", copy=True),
    "moved to another folder": moved("data/archive/{stem}.yaml"),
    "moved among the meetings": moved("data/meetings/{stem}.yaml", within=COMMITMENTS),
    "another file's text": _overwritten,
    "two commitments' texts exchanged": _exchanged,
    "saved as Windows-1256": _whole("cp1256"),
    "saved as UTF-16": _whole("utf-16"),
    "written twice into itself": replace(".", BODY, twice),
}
# All of them, however many are made of the other kinds.
ONE_BY_ONE = {
    "each meeting deleted": deleted(MEETING),
    "each commitment deleted": deleted(COMMITMENTS),
    "each report deleted": deleted(REPORT),
}
