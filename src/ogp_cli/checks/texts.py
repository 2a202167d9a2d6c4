"""What the rules on texts share."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from ogp_cli.checks.rule import Rule
from ogp_cli.plan import Plan
from ogp_cli.plan.texts import HumanText
from ogp_cli.problem import Finding, Place
from ogp_cli.store.folder import ORGANIZATIONS

Find = Callable[[str], Iterable[re.Match[str]]]
Judge = Callable[[HumanText, re.Match[str]], bool]


def _always(_: HumanText, __: re.Match[str]) -> bool:
    return True


class OnTexts(NamedTuple):
    """A rule on what stands in texts: its name, its page, what it finds, and what it says of it.

    `find` searches texts that are joined, and `judge` says which matches count. `message` and
    `hint` may use the match, {found}, its first character, {code}, and the groups of the match.
    """

    name: str
    doc: str
    find: Find
    message: str
    hint: str
    judge: Judge = _always
    after: Collection[str] = ()

    def check(self, plan: Plan) -> Iterator[Finding]:
        """Yield the first match in each text."""
        last: HumanText | None = None
        for texts in plan.texts:
            for match in self.find(texts.joined):
                text, offset = texts.within(match.start())
                if text != last and self.judge(text, match):
                    last = text
                    values = {"code": f"{ord(match[0][0]):04X}", **match.groupdict()}
                    yield Finding(
                        text.at.within(offset),
                        self.message,
                        self.hint,
                        {"found": match[0], **values},
                        follows=[Place(text.file)] if self.after else [],
                    )

    def rule(self, group: str) -> Rule:
        """Return it as a rule of a group."""
        return Rule(self.name, group, "warning", self.check, self.doc, after=self.after)


def is_person(text: HumanText) -> bool:
    """Whether a text is the name of a person, which follows no rule of a language."""
    return "name" in text.path and text.file != ORGANIZATIONS


class _Alike(dict[int, int]):
    """Maps a letter of the Latin and Arabic blocks to its base letter."""

    def __missing__(self, code: int) -> int:
        is_letter = code < 0x250 or 0x620 <= code < 0x700  # noqa: PLR2004 - blocks of Unicode
        self[code] = ord(normalize("NFD", chr(code))[0]) if is_letter else code
        return self[code]


_ALIKE = _Alike({ord("ى"): ord("ي"), ord("ة"): ord("ه")})


def compared(text: str) -> str:
    """Return a text as it is compared: case, accents, hamzas and spaces make no difference."""
    return " ".join(folded(text).casefold().split())


def folded(text: str) -> str:
    """Return a text of the same length without hamza, accents, final ya and ta marbuta."""
    return text.translate(_ALIKE)
