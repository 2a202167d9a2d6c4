"""Slips with whole files."""

from random import Random

from slip_kinds.making import Book, Edits, Make, replace

BODY = r"\A(?:.*\n)+\Z"


def _file(book: Book, pick: Random, within: str = "data/") -> str:
    return pick.choice([file for file in book if file.startswith(within)])


def _moved(new: str, *, copy: bool = False, within: str = "data/") -> Make:
    """Rename a file, or copy it: `{folder}`, `{stem}` and `{number}` say how."""

    def make(book: Book, pick: Random) -> Edits:
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


def _gone(book: Book, pick: Random) -> Edits:
    return {_file(book, pick): None}


def _exchanged(book: Book, pick: Random) -> Edits:
    one, other = _file(book, pick, "data/commitments/"), _file(book, pick, "data/commitments/")
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
    "a commitment renamed": _moved("{folder}/{number}.yaml", within="data/commitments/"),
    "a meeting renamed": _moved("{folder}/2024-03-{number}.yaml", within="data/meetings/"),
    "renamed to .yml.txt": _moved("{folder}/{stem}.yml.txt"),
    "renamed to .YAML": _moved("{folder}/{stem}.YAML"),
    "renamed with a space": _moved("{folder}/{stem} .yaml"),
    "copied under another number": _moved(
        "{folder}/{number}.yaml", copy=True, within="data/commitments/"
    ),
    "copied as “… copy”": _moved("{folder}/{stem} copy.yaml", copy=True),
    "copied as .yml": _moved("{folder}/{stem}.yml", copy=True),
    "moved to another folder": _moved("data/archive/{stem}.yaml"),
    "moved among the meetings": _moved("data/meetings/{stem}.yaml", within="data/commitments/"),
    "another file's text": _overwritten,
    "two commitments' texts exchanged": _exchanged,
    "saved as Windows-1256": _whole("cp1256"),
    "saved as UTF-16": _whole("utf-16"),
    "written twice into itself": replace(".", BODY, lambda text, _: text * 2),
}
