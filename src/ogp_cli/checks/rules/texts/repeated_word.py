"""A word stands twice in a row.

Some words may: nous nous, had had, خطوة خطوة. Arabic repeats an indefinite word that ends in ة or
ا; people and places may have such a name. Nothing of the kind is reported.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import is_person, matches
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_TWICE = re.compile(r"(?<!\w)(\w{2,}+)\s\1\b")
_RIGHT = {"nous", "vous", "faire", "had", "that", "جدا"}
_DISTRIBUTED = re.compile("(?!ال).*[ةا]\u064b?")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such word of each text."""
    for text, match, offset in matches(plan, _TWICE):
        if not _may_repeat(match[1]) and not is_person(text):
            yield Finding(
                text.at.within(offset),
                "“{word}” stands twice in a row",
                "remove one of the two, or accept it here",
                {"word": match[1]},
            )


def _may_repeat(word: str) -> bool:
    return (
        not word.isalpha()
        or word[0].isupper()
        or word in _RIGHT
        or bool(_DISTRIBUTED.fullmatch(word))
    )
