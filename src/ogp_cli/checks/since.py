"""Which problems are new since a git revision."""

from collections.abc import Collection, Sequence
from pathlib import Path

from ogp_cli.checks.run import run
from ogp_cli.lang.language import Language
from ogp_cli.plan import load
from ogp_cli.problem import Problem
from ogp_cli.store.git import changed_since, check_out, commit_of


def since(
    problems: Sequence[Problem],
    root: Path,
    revision: str,
    language: Language,
    rules: Collection[str],
) -> list[Problem]:
    """Return the `problems` that are in a changed file, or were not there at `revision`.

    Removing one side of an entry causes a problem on the other side, in a file that did not change.
    Raises `OgpError` if git does not know the revision.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - seldom needed

    commit = commit_of(root, revision)
    changed = changed_since(root, commit)
    if all(each.is_in(changed) for each in problems):
        return list(problems)
    with TemporaryDirectory() as folder:
        check_out(root, commit, Path(folder))
        known = {each.key for each in run(load(Path(folder)), language, rules)}
    return [each for each in problems if each.is_in(changed) or each.key not in known]
