"""An institution, a group or a word is spelt in several ways.

«لجنة الإشراف» is one committee, however its hamza is typed, but a search finds only one spelling.
The names in `plan.yaml` and `organizations.yaml` are the reference for every other text in their
language. Names that differ by a hamza, a final ya or ta, or an accent are the same name. Other
Arabic words of six letters or more are compared too: a word with a bare alif is reported if it is
written with a hamza elsewhere («الالكتروني» beside «الإلكتروني»), but not if it is written with two
kinds of hamza (الأعمال, الإعمال).
"""

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from ogp_cli.checks.texts import folded
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.plan.texts import SEAM, HumanText
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

_WORD = re.compile(r"[^\W_]+")
_LONG = re.compile(r"[\u0620-\u065f\u0670-\u06d3]{6,}")
# One-letter words that are written together with the next one.
_CLITICS = set("وفبكل")
_BARE = str.maketrans("أإآ", "ااا")

# Names by language, and in it by what they fold to.
_Names = dict[str, dict[str, set[str]]]


class _Spelt(NamedTuple):
    """A word or name as it is found, as it ought to be, and where it is so."""

    at: Place
    found: str
    usual: str
    related: Place | None = None


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that is spelt otherwise, and of every other word one text that is."""
    # Every word of the book once: what is odd is looked for only where there is something odd.
    apart = {word for texts in plan.texts for word in texts.whole.replace(SEAM, " ").split()}
    names = list(_names(plan, {word for each in apart for word in _WORD.findall(each)}))
    seen = {(spelt.at.file, spelt.at.path) for spelt in names}
    # In a text with such a name, the word is most often one of the name's.
    words = (
        each
        for each in _words(plan, {word for each in apart for word in _LONG.findall(each)})
        if (each.at.file, each.at.path) not in seen
    )
    for spelt in (*names, *words):
        yield Finding(
            spelt.at,
            "“{found}” is spelt “{usual}” elsewhere",
            "write “{usual}”, or accept the warning here",
            {"found": spelt.found, "usual": spelt.usual},
            spelt.related,
        )


def _find(
    plan: Plan, pattern: re.Pattern[str], words: Set[str]
) -> Iterator[tuple[str, HumanText, int]]:
    """Yield where some words stand, of those that a pattern finds."""
    for texts in plan.texts if words else ():
        for match in pattern.finditer(texts.whole):
            if match[0] in words:
                yield match[0], *texts.within(match.start())


def _names(plan: Plan, words: Set[str]) -> Iterator[_Spelt]:
    names = _known(plan)
    indexes = {language: _index(each.keys()) for language, each in names.items()}
    found = _find(plan, _WORD, _odd(words, names))
    for text in dict.fromkeys(text for _, text, _ in found if text.language in indexes):
        for start, name in _in_text(folded(text.text), indexes[text.language]):
            spelt, known = text.text[start : start + len(name)], names[text.language][name]
            if spelt not in known:
                yield _Spelt(text.at.within(start), spelt, min(known))


def _known(plan: Plan) -> _Names:
    """Return the names of more than one word."""
    names: _Names = {}
    texts: list[Text] = [plan.info.committee, *plan.info.groups.values()]
    texts += [each.name for each in plan.organizations.values()]
    for text in texts:
        by_language = {plan.info.language: text} if isinstance(text, str) else text
        for language, name in by_language.items():
            if len(_WORD.findall(name)) > 1:
                names.setdefault(language, {}).setdefault(folded(name), set()).add(name)
    return names


def _odd(words: Set[str], names: _Names) -> set[str]:
    """Return the words that a name has, spelt otherwise (or in one of several ways)."""
    known = {name for by_fold in names.values() for each in by_fold.values() for name in each}
    spellings: dict[str, set[str]] = {}
    for word in {word for name in known for word in _WORD.findall(name)}:
        spellings.setdefault(folded(word), set()).add(word)
    return {
        word
        for word in words
        for own in _without_clitic(word)
        if spellings.get(folded(own), {own}) != {own}
    }


def _without_clitic(word: str) -> tuple[str, ...]:
    return (word, word[1:]) if word[0] in _CLITICS else (word,)


class _Index(NamedTuple):
    """Names that are folded, and how long those are that have the same first two words."""

    names: Set[str]
    lengths: dict[tuple[str, ...], list[int]]


def _index(names: Set[str]) -> _Index:
    lengths: dict[tuple[str, ...], set[int]] = {}
    for name in names:
        lengths.setdefault(tuple(_WORD.findall(name)[:2]), set()).add(len(name))
    return _Index(names, {start: sorted(all_, reverse=True) for start, all_ in lengths.items()})


def _in_text(text: str, index: _Index) -> Iterator[tuple[int, str]]:
    """Yield the names in a text that is folded, and where they start; none within another."""
    words, done = list(_WORD.finditer(text)), 0
    for word, following in pairwise(words):
        for own in _without_clitic(word[0]) if word.start() >= done else ():
            start = word.end() - len(own)
            ends = (start + length for length in index.lengths.get((own, following[0]), ()))
            whole = (end for end in ends if not text[end : end + 1].isalnum())
            end = next((end for end in whole if text[start:end] in index.names), None)
            if end:
                done = end
                yield start, text[start:end]


def _words(plan: Plan, words: Set[str]) -> Iterator[_Spelt]:
    with_hamza: dict[str, list[str]] = {}
    for word in words:
        if word.translate(_BARE) != word:
            with_hamza.setdefault(word.translate(_BARE), []).append(word)
    pairs = [
        (bare, usual[0]) for bare, usual in with_hamza.items() if bare in words and len(usual) == 1
    ]
    first: dict[str, Place] = {}
    for word, text, offset in _find(plan, _LONG, {word for pair in pairs for word in pair}):
        first.setdefault(word, text.at.within(offset))
    yield from (_Spelt(first[bare], bare, usual, first[usual]) for bare, usual in pairs)
