"""One institution, group or word is spelt in several ways.

«لجنة الإشراف» is one committee, however its hamza is typed; a search finds only one spelling. The
names in `plan.yaml` and `organizations.yaml` are the measure for every other text in their
language; what differs by a hamza, a final ya or ta, or an accent is the same name. Of other Arabic
words of six letters or more, a bare alif is reported where the word is written with a hamza
elsewhere («الالكتروني» beside «الإلكتروني»), unless it is written with two (الأعمال, الإعمال).
"""

import re
from collections.abc import Iterator, Set
from operator import itemgetter
from typing import NamedTuple

from ogp_cli.checks.texts import folded
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

_WORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3]{6,}")
# One-letter words that are written together with the next one.
_CLITIC = "[وفبكل]"
_HEAD = 24  # letters that names are told apart by before they are compared
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
    prose, measures = plan.prose, _measures(plan)
    whole, done = folded(prose.whole), 0
    known = {name for names in measures.values() for name in names}
    for start, lengths in _starts(whole, known):
        ends = [start + length for length in lengths if whole[start : start + length] in known]
        if not ends or start < done:
            continue
        text, offset = prose.within(start)
        names = measures.get(text.language, {})
        end = next((end for end in ends if whole[start:end] in names and _ends(whole, end)), 0)
        done = max(done, end)
        found = prose.whole[start:end]
        if end and found not in names[whole[start:end]]:
            yield _Spelt(text.at.within(offset), found, min(names[whole[start:end]]))


def _starts(whole: str, names: Set[str]) -> list[tuple[int, list[int]]]:
    """Return where a name may start, in order, and how long it may be there, the longest first."""
    if not names:
        return []
    head = min(_HEAD, *map(len, names))
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:head], set()).add(len(name))
    by_head = {each: sorted(found, reverse=True) for each, found in lengths.items()}
    return sorted(
        (match.start(1), by_head[match[1]])
        for clitic in ("", _CLITIC)
        for match in re.finditer(rf"(?<!\w){clitic}(?=(\w.{{{head - 1}}}))", whole, re.DOTALL)
        if match[1] in by_head
    )


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


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum()


def _words(plan: Plan) -> Iterator[_Spelt]:
    words = dict.fromkeys(map(itemgetter(0), _WORD.finditer(plan.prose.whole)))
    with_hamza: dict[str, list[str]] = {}
    for word in words:
        if word.translate(_BARE) != word:
            with_hamza.setdefault(word.translate(_BARE), []).append(word)
    pairs = [
        (bare, usual[0]) for bare, usual in with_hamza.items() if bare in words and len(usual) == 1
    ]
    first = _first(plan, {word for pair in pairs for word in pair})
    yield from (_Spelt(first[bare], bare, usual, first[usual]) for bare, usual in pairs)


def _first(plan: Plan, words: Set[str]) -> dict[str, Place]:
    """Return where each of some words stands first."""
    found: dict[str, Place] = {}
    for match in _WORD.finditer(plan.prose.whole) if words else ():
        if match[0] in words and match[0] not in found:
            text, offset = plan.prose.within(match.start())
            found[match[0]] = text.at.within(offset)
    return found
