"""What forbids a change of the data: the errors that the book would have."""

from collections.abc import Collection, Container

from ogp_cli.checks import run
from ogp_cli.checks.comparison import POSTED
from ogp_cli.edit.change import Change
from ogp_cli.lang.language import Language
from ogp_cli.plan import Plan
from ogp_cli.problem import Problem
from ogp_cli.store.source import Disk, Source


def refused(
    before: Plan,
    after: Plan,
    changes: Collection[Change],
    language: Language,
    *,
    file: str = "",
    never: Container[str] = (),
) -> list[Problem]:
    """Return the errors of the book after some changes that forbid them.

    These are the errors that it did not have before, those in the new `file`, if there is one, and
    those of some rules, which it must `never` have. What is not posted yet does not count.
    """
    sources = {change.file: Source(change.file, change.new) for change in changes}
    files = Disk(after.root, sources)
    errors = [each for each in run(after, language, files=files) if each.level == "error"]
    old = run(before, language) if errors else []
    known = {fact for each in old for fact in each.facts}
    return [
        each
        for each in errors
        if each.at.file == file
        or each.rule in never
        or (not known.issuperset(each.facts) and each.rule not in POSTED)
    ]
