"""The state of the book that a change starts from: its settings and acceptances count."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ogp_cli.checks.run import run
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan, load
from ogp_cli.problem import Problem
from ogp_cli.store.git import commit_of
from ogp_cli.store.revision import Revision
from ogp_cli.store.source import Files

_Facts = Callable[[Problem], Sequence[Hashable]]


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
    left = _without(before, problems, _by_line)
    return list(_without(_without(problems, before, _by_line), left, attrgetter("facts")))


def _by_line(problem: Problem) -> Sequence[Hashable]:
    first, *others = problem.facts
    return [(first, problem.excerpt), *others]


def _without(
    problems: Iterable[Problem], others: Iterable[Problem], facts: _Facts
) -> Iterator[Problem]:
    """Yield the problems whose facts are not among those of the others; each counts once."""
    left = Counter(fact for other in others for fact in facts(other))
    for each in problems:
        wanted = Counter(facts(each))
        if all(left[fact] >= number for fact, number in wanted.items()):
            left.subtract(wanted)
        else:
            yield each
