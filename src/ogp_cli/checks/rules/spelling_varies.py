"""One institution, group or word is spelt in several ways.

«لجنة الإشراف» is one committee, however its hamza is typed; a search finds only one spelling. The
names in `plan.yaml` and `organizations.yaml` are the measure for every other text; of other Arabic
words of six letters or more, the spelling that is used most. What differs by more than a hamza, a
final ya or ta, a vowel sign or an accent is another word.
"""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

_WORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3]{6,}")
_MARKS = re.compile("[\u064b-\u065f\u0670]")


class _Alike(dict[int, int]):
    """Maps a letter to the one that it varies from: its base, in the Latin and Arabic blocks."""

    def __missing__(self, code: int) -> int:
        is_letter = code < 0x250 or 0x620 <= code < 0x700  # noqa: PLR2004 - blocks of Unicode
        self[code] = ord(normalize("NFD", chr(code))[0]) if is_letter else code
        return self[code]


_ALIKE = _Alike({ord("ى"): ord("ي"), ord("ة"): ord("ه")})


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that is spelt otherwise, and of every other word one text that is."""
    seen: set[tuple[str, tuple[str | int, ...]]] = set()
    for at, found, name in _names(plan):
        seen.add((at.file, at.path))
        yield _finding(at, found, name, None)
    for at, found, usual, related in _words(plan):
        if (at.file, at.path) not in seen:  # most often a word of the name
            yield _finding(at, found, usual, related)


def _folded(text: str) -> str:
    """Return a text without what may vary in it; each character stays one or goes."""
    return _MARKS.sub("", text).translate(_ALIKE)


def _names(plan: Plan) -> Iterator[tuple[Place, str, str]]:
    names = {_folded(name): name for name in _measures(plan) if len(name.split()) > 1}
    if not names:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    for at, text, _ in plan.texts:
        folded = _folded(text)
        if len(folded) != len(text):
            continue  # vowel signs went: the positions would not fit
        for match in pattern.finditer(folded):
            found, name = text[match.start() : match.end()], names[match[0]]
            if found != name:
                yield at.within(match.start()), found, name


def _measures(plan: Plan) -> Iterator[str]:
    texts: list[Text] = [plan.info.committee, *plan.info.groups.values()]
    texts += [each.name for each in plan.organizations.values()]
    for text in texts:
        yield from (text,) if isinstance(text, str) else text.values()


def _words(plan: Plan) -> Iterator[tuple[Place, str, str, Place]]:
    spellings: dict[str, Counter[str]] = {}
    first: dict[str, Place] = {}
    for at, text, _ in plan.texts:
        for match in _WORD.finditer(text):
            spellings.setdefault(_folded(match[0]), Counter())[match[0]] += 1
            first.setdefault(match[0], at.within(match.start()))
    for spelling in spellings.values():
        (usual, _), *others = spelling.most_common()
        for found, _ in others:
            yield first[found], found, usual, first[usual]


def _finding(at: Place, found: str, usual: str, related: Place | None) -> Finding:
    values = {"found": found, "usual": usual}
    message = "“{found}” is elsewhere spelt “{usual}”"
    return Finding(at, message, "write “{usual}”, or accept it here", values, related)
