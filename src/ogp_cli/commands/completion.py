"""The ids of the book that a shell offers for the value of an option, with what each is.

A shell shows the explanation where it can (zsh, fish, PowerShell), and may run what it is given: of
the data, only ids are offered, and their texts come without the signs that mean something to one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from textwrap import shorten

from ogp_cli.errors import OgpError
from ogp_cli.ids import is_id
from ogp_cli.store.folder import (
    COMMITMENTS,
    MEETINGS,
    ORGANIZATIONS,
    PLAN,
    REPORTS,
    find_root,
    natural,
    stem,
    yaml_files,
)
from ogp_cli.store.source import open_source

# What is none of: letters and digits, white space, and punctuation that no shell knows.
_SIGNS = re.compile(r"[^\w\s.,«»“”‘’،؛–-]+")
_LONG = 70
_MANY = 50  # names; to explain one may take reading a file


# Something of the book: its id, and what says what it is.
_Named = tuple[str, Callable[[], object]]


def ids(kinds: Iterable[str], root: Path | None, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids of some kinds that begin so, each with what it is; none without a book.

    The names of files say which there are; a file is read only to explain one of a few.
    """
    try:
        folder = find_root(root, Path.cwd())
        known = [named for kind in kinds for named in _KINDS[kind](folder)]
    except OgpError:
        return []
    found = [each for each in known if each[0].startswith(incomplete) and is_id(each[0])]
    few = len(found) <= _MANY
    return [(id_, _explained(text()) if few else "") for id_, text in found]


def _explained(text: object) -> str:
    """Return a text, or the first of its languages, as a line without signs; "" for none."""
    if isinstance(text, dict):
        text = next(iter(text.values()), None)
    text = text if isinstance(text, str) else ""
    return shorten(_SIGNS.sub(" ", text), _LONG, placeholder="…")


def _of_folder(root: Path, folder: str, key: str) -> Iterator[_Named]:
    """Yield the records of a folder, 2 before 10, with what stands under a key."""
    for file in sorted(yaml_files(root, folder), key=natural):
        yield stem(file), partial(_field, root, file, key)


def _institutions(root: Path) -> Iterator[_Named]:
    for id_, values in open_source(root, ORGANIZATIONS).values.items():
        if isinstance(values, dict):
            yield id_, partial(values.get, "name")


def _unreported(root: Path) -> Iterator[_Named]:
    """Yield the half-years of the plan that have no report."""
    reports = {stem(file) for file in yaml_files(root, REPORTS)}
    periods = _field(root, PLAN, "periods")
    for each in periods if isinstance(periods, tuple) else ():
        if isinstance(each, str) and each not in reports:
            yield each, str


def _axes(root: Path) -> Iterator[_Named]:
    axes = _field(root, PLAN, "axes")
    if isinstance(axes, dict):
        yield from ((id_, partial(axes.get, id_)) for id_ in axes)


def _field(root: Path, file: str, key: str) -> object:
    return open_source(root, file).values.get(key)


_KINDS: dict[str, Callable[[Path], Iterable[_Named]]] = {
    "commitments": partial(_of_folder, folder=COMMITMENTS, key="title"),
    "meetings": partial(_of_folder, folder=MEETINGS, key="kind"),
    "institutions": _institutions,
    "unreported": _unreported,
    "axes": _axes,
}
