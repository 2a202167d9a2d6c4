"""What forbids a change of the data: the errors that the book would have."""

from collections.abc import Collection

from ogp_cli.checks import run
from ogp_cli.checks.comparison import COMPARED
from ogp_cli.edit.change import Change
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.problem import Problem
from ogp_cli.store.source import Disk, Source


def refused(
    before: Plan, after: Plan, file: str, changes: Collection[Change], language: Language
) -> list[Problem]:
    """Return the errors of the book after some changes that forbid them.

    These are the errors that it did not have before, and those in the file that the changes come
    from. Differences between other meetings and their commitments do not count: each meeting is
    posted on its own.
    """
    sources = {change.file: Source(change.file, change.new) for change in changes}
    files = Disk(after.root, sources)
    errors = [each for each in run(after, language, files=files) if each.level == "error"]
    old = run(before, language) if errors else []
    known = {fact for each in old for fact in each.facts}
    return [
        each
        for each in errors
        if each.at.file == file or (not known.issuperset(each.facts) and each.rule not in COMPARED)
    ]
