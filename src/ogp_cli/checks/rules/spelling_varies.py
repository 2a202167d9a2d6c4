"""One institution, group or word is spelt in several ways.

«لجنة الإشراف» is one committee, however its hamza is typed; a search finds only one spelling. The
names in `plan.yaml` and `organizations.yaml` are the measure for every other text in their
language; what differs by a hamza, a final ya or ta, or an accent is the same name. Of other Arabic
words of six letters or more, a bare alif is reported where the word is written with a hamza
elsewhere («الالكتروني» beside «الإلكتروني»), unless it is written with two (الأعمال, الإعمال).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ogp_cli.checks.texts import folded
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

_WORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3]{6,}")
_START = re.compile(r"(?<!\w)\w")
# One-letter words that are written together with the next one.
_CLITICS = "وفبكل"
_BARE = str.maketrans("أإآ", "ااا")


class _Spelt(NamedTuple):
    """A word or name as it is found, as it ought to be, and where it is so."""

    at: Place
    found: str
    usual: str
    related: Place | None = None


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that is spelt otherwise, and of every other word one text that is."""
    names = list(_names(plan))
    seen = {(spelt.at.file, spelt.at.path) for spelt in names}
    # In a text with such a name, the word is most often one of the name's.
    words = (each for each in _words(plan) if (each.at.file, each.at.path) not in seen)
    for spelt in (*names, *words):
        yield Finding(
            spelt.at,
            "“{found}” is elsewhere spelt “{usual}”",
            "write “{usual}”, or accept it here",
            {"found": spelt.found, "usual": spelt.usual},
            spelt.related,
        )


def _names(plan: Plan) -> Iterator[_Spelt]:
    measures = _measures(plan)
    for at, text, language in plan.texts:
        names = measures.get(language, {})
        lengths = sorted({len(name) for name in names}, reverse=True)
        whole, done = folded(text), 0
        for start in _starts(whole):
            ends = (start + length for length in lengths if start >= done)
            end = next((end for end in ends if whole[start:end] in names and _ends(whole, end)), 0)
            done = max(done, end)
            if end and text[start:end] not in names[whole[start:end]]:
                usual = min(names[whole[start:end]])
                yield _Spelt(at.within(start), text[start:end], usual)


def _measures(plan: Plan) -> dict[str, dict[str, set[str]]]:
    """Return the names of more than one word by language, and in it by what they fold to."""
    measures: dict[str, dict[str, set[str]]] = {}
    texts: list[Text] = [plan.info.committee, *plan.info.groups.values()]
    texts += [each.name for each in plan.organizations.values()]
    for text in texts:
        by_language = {plan.info.language: text} if isinstance(text, str) else text
        for language, name in by_language.items():
            if len(name.split()) > 1:
                measures.setdefault(language, {}).setdefault(folded(name), set()).add(name)
    return measures


def _starts(text: str) -> Iterator[int]:
    for match in _START.finditer(text):
        yield match.start()
        if match[0] in _CLITICS:
            yield match.end()


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum()


def _words(plan: Plan) -> Iterator[_Spelt]:
    first: dict[str, Place] = {}
    for at, text, _ in plan.texts:
        for match in _WORD.finditer(text):
            first.setdefault(match[0], at.within(match.start()))
    with_hamza: dict[str, list[str]] = {}
    for word in first:
        if word.translate(_BARE) != word:
            with_hamza.setdefault(word.translate(_BARE), []).append(word)
    for bare, words in with_hamza.items():
        if bare in first and len(words) == 1:
            yield _Spelt(first[bare], bare, words[0], first[words[0]])
