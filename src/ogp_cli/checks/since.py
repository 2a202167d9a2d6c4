"""Which problems are new since a git revision."""

from collections.abc import Collection
from pathlib import Path

from ogp_cli.checks.run import run
from ogp_cli.lang.language import Language
from ogp_cli.models.plan import CheckSettings
from ogp_cli.plan import Plan, load
from ogp_cli.problem import Problem, facts
from ogp_cli.signals import before_end
from ogp_cli.store.folder import PLAN
from ogp_cli.store.git import changed_since, check_out, commit_of


def since(
    problems: list[Problem], plan: Plan, revision: str, language: Language, rules: Collection[str]
) -> tuple[list[Problem], CheckSettings]:
    """Return those of `problems` that stand in a changed file, or were not there at `revision`.

    An entry that is taken away on one side is missed on the other, in a file that did not change.
    And return the settings of the revision: a change cannot switch off what would find it.

    Raises `OgpError` where git does not know the revision.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - seldom needed

    commit = commit_of(plan.root, revision)
    changed = changed_since(plan.root, commit)
    touched = [each for each in problems if each.is_in(changed)]
    # Then the revision need not be checked, which takes as long as the check itself.
    if not changed or (touched == problems and PLAN not in changed):
        return touched, plan.info.check
    copy = TemporaryDirectory()
    with copy as folder, before_end(copy.cleanup):
        check_out(plan.root, commit, Path(folder))
        before = load(Path(folder))
        known = facts(run(before, language, rules))
    new = [each for each in problems if each.is_in(changed) or not facts([each]) <= known]
    return new, before.info.check
