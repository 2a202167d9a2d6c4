"""What a shell offers for the value of an option: `(value, what it is)`.

A shell shows the explanation where it can (zsh, fish, PowerShell), and may run what it is given: of
the data, only ids are offered, and their texts come without the signs that mean something to one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

import typer
from typer import _completion_classes

from ogp_cli.errors import OgpError
from ogp_cli.ids import is_id

# For zsh and fish, typer would import rich to take its markup out of texts that have none: half the
# time of a TAB.
_completion_classes._sanitize_help_text = str  # type: ignore[assignment]  # noqa: SLF001

# What is none of: letters and digits, white space, and punctuation that no shell knows.
_SIGNS = re.compile(r"[^\w\s.,«»“”‘’،؛–-]+")
_LONG = 70
_MANY = 50  # names; to explain one may take reading a file


class _Named(NamedTuple):
    """Something of the book: its id, and what says what it is."""

    id: str
    text: Callable[[], object]


Kind = Callable[[Path], Iterable[_Named]]


def of_book(*kinds: Kind) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Return what completes a word with the ids of the book that begin so.

    The names of files say which there are; a file is read only to explain one of a few.
    """

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from ogp_cli.store.folder import find_root

        roots = (each.params.get("root") for each in (context, context.parent) if each)
        try:
            given = next(filter(None, roots), None)
            root = find_root(Path(given) if given else None, Path.cwd())
            known = [named for kind in kinds for named in kind(root)]
        except OgpError:
            return []
        found = [each for each in known if each.id.startswith(incomplete) and is_id(each.id)]
        few = len(found) <= _MANY
        return [(each.id, _explained(each.text()) if few else "") for each in found]

    return complete


def _explained(text: object) -> str:
    """Return a text, or the first of its languages, as a line without signs; "" for none."""
    if isinstance(text, dict):
        text = next(iter(text.values()), None)
    text = text if isinstance(text, str) else ""
    return shorten(_SIGNS.sub(" ", text), _LONG, placeholder="…")


def of_words(words: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return what completes a word with one of those that an option takes."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words() if word.startswith(incomplete)]

    return complete


def commitments(root: Path) -> Iterator[_Named]:
    """Yield the commitments, 2 before 10, with their titles."""
    from ogp_cli.store.folder import COMMITMENTS

    return _of_folder(root, COMMITMENTS, "title")


def meetings(root: Path) -> Iterator[_Named]:
    """Yield the meetings, with their kinds."""
    from ogp_cli.store.folder import MEETINGS

    return _of_folder(root, MEETINGS, "kind")


def institutions(root: Path) -> Iterator[_Named]:
    """Yield the institutions, with their names."""
    from ogp_cli.store.folder import ORGANIZATIONS

    for id_, values in _mapping(_values(root, ORGANIZATIONS)).items():
        yield _Named(id_, partial(_mapping(values).get, "name"))


def unreported(root: Path) -> Iterator[_Named]:
    """Yield the half-years of the plan that have no report."""
    from ogp_cli.store.folder import PLAN, REPORTS, stem, yaml_files

    reports = {stem(file) for file in yaml_files(root, REPORTS)}
    periods = _mapping(_values(root, PLAN)).get("periods")
    for each in periods if isinstance(periods, tuple) else ():
        if isinstance(each, str) and each not in reports:
            yield _Named(each, str)


def axes(root: Path) -> Iterator[_Named]:
    """Yield the axes of the plan, with their names."""
    from ogp_cli.store.folder import PLAN

    for id_, name in _mapping(_mapping(_values(root, PLAN)).get("axes")).items():
        yield _Named(id_, partial(_same, name))


def _same(value: object) -> object:
    return value


def _of_folder(root: Path, folder: str, key: str) -> Iterator[_Named]:
    from ogp_cli.store.folder import natural, stem, yaml_files

    for file in sorted(yaml_files(root, folder), key=natural):
        yield _Named(stem(file), partial(_field, root, file, key))


def _field(root: Path, file: str, key: str) -> object:
    return _mapping(_values(root, file)).get(key)


def _values(root: Path, file: str) -> object:
    from ogp_cli.store.source import open_source

    source = open_source(root, file)
    document = None if source.unreadable else source.parsed[0]
    return document.values if document else None


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def statuses() -> Iterable[str]:
    """Return what may have become of a commitment."""
    from ogp_cli.lang import LANGUAGES

    return LANGUAGES["en"].terminal.statuses


def completions() -> Iterable[str]:
    """Return what an institution reports of a commitment."""
    from ogp_cli.lang import LANGUAGES

    return LANGUAGES["en"].implementation.completions


def steps() -> Iterable[str]:
    """Return the steps of a history."""
    from ogp_cli.lang import LANGUAGES

    return LANGUAGES["en"].terminal.steps


def rules() -> Iterable[str]:
    """Return the rules of `ogp check`."""
    from ogp_cli.checks import RULES

    return RULES
