"""The state of the book that a change starts from: its settings and acceptances count."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ogp_cli.checks.run import run
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan, load
from ogp_cli.problem import Problem
from ogp_cli.store.files import Files
from ogp_cli.store.git import commit_of
from ogp_cli.store.revision import Revision

_Key = Callable[[Problem], Hashable]
_BY_LINE: _Key = attrgetter("key", "excerpt")
_BY_FILE: _Key = attrgetter("key")


class Base(NamedTuple):
    """The book in a git revision, and its files."""

    plan: Plan
    files: Files


def base_of(root: Path, revision: str) -> Base:
    """Return the book under `root` as it was in a git revision; it may have no files there.

    Raises `OgpError` where git does not know the revision, or does not have all of it.
    """
    files = Revision(root, commit_of(root, revision))
    return Base(load(root, files), files)


def new_since(
    problems: list[Problem], base: Base, language: Language, rules: Collection[str]
) -> list[Problem]:
    """Return those of `problems` that were not there in `base`, wherever their lines are now.

    Where there are several of one kind in a file, those on the same lines as before are the old.
    """
    if not problems:
        return []
    before = run(base.plan, language, rules, files=base.files)
    left = _without(before, problems, _BY_LINE)
    return list(_without(_without(problems, before, _BY_LINE), left, _BY_FILE))


def _without(
    problems: Iterable[Problem], others: Iterable[Problem], key: _Key
) -> Iterator[Problem]:
    """Yield the problems that none of the others is like; each of these is like one of them."""
    left = Counter(map(key, others))
    for each in problems:
        if left[key(each)]:
            left[key(each)] -= 1
        else:
            yield each
