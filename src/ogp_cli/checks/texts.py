"""What the rules on texts share."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from ogp_cli.plan import Plan
from ogp_cli.plan.texts import HumanText
from ogp_cli.problem import Finding
from ogp_cli.store.folder import ORGANIZATIONS


def matches(
    plan: Plan, pattern: re.Pattern[str], language: str = ""
) -> Iterator[tuple[HumanText, re.Match[str], int]]:
    """Yield each text in which a pattern is found, the first match, and its offset in the text.

    Only texts in `language`, if it is given.
    """
    last: HumanText | None = None
    for texts in plan.texts:
        for match in pattern.finditer(texts.whole):
            text, offset = texts.within(match.start())
            if text != last and language in {"", text.language}:
                last = text
                yield text, match, offset


def first_match(
    plan: Plan, pattern: re.Pattern[str], message: str, hint: str, *, language: str = ""
) -> Iterator[Finding]:
    """Yield the first match of `pattern` in each text; only in texts in `language`, if given.

    `message` and `hint` may use the match, {found}, and its first character, {code}.
    """
    for text, match, offset in matches(plan, pattern, language):
        values = {"found": match[0], "code": f"{ord(match[0][0]):04X}"}
        yield Finding(text.at.within(offset), message, hint, values)


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


def folded(text: str) -> str:
    """Return a text of the same length without hamza, accents, final ya and ta marbuta."""
    return text.translate(_ALIKE)
