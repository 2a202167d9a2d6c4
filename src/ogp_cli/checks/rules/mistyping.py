"""A rule on Arabic words that a slip of the fingers made, and that stand otherwise elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from ogp_cli.checks.rule import rule
from ogp_cli.checks.texts import is_person
from ogp_cli.plan import Plan
from ogp_cli.plan.texts import SEAM, TextIndex
from ogp_cli.problem import Finding

_LETTER = "[\u0620-\u063f\u0641-\u064a]"
_WORD = re.compile(f"{_LETTER}+")
_TOKEN = re.compile(rf"[^\W_]+|{SEAM}")
# What a key writes on an Arabic keyboard, by what it writes on a Latin one: QWERTY and AZERTY.
_KEYS = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"
_LAYOUTS = [
    str.maketrans("qwertyuiop[]asdfghjkl;'zxcvnm,./", _KEYS),
    str.maketrans("azertyuiop^$qsdfghjklmùwxcvn,;:!", _KEYS),
]
_LATIN = re.compile(rf"(?<![^\s{SEAM}«(])[a-zù;,./\[\]'^$:!]{{3,}}")
# In letters: shorter words are too often part of another, or one letter apart.
_LONG, _LONG_ENOUGH = 6, 5
# Between shorter words than this, almost any word may stand.
_AROUND = 4
# Two cases of one plural: ممثلون, ممثلين.
_CASES = {"و", "ي"}
# A word before another, and one after it; and where each such pair stands around a word.
_Around = dict[tuple[str, str], "_Spot"]


class _Spot(NamedTuple):
    """Where something stands: in some texts, and at what offset."""

    texts: TextIndex
    offset: int


class _Slip(NamedTuple):
    """Words as they were typed, as they stand elsewhere, and where each does."""

    found: str
    usual: str
    at: _Spot
    other: _Spot


@rule("warning")
def mistyped_word(plan: Plan) -> Iterator[Finding]:
    """An Arabic word looks mistyped: it is written differently elsewhere in the book.

    It was typed on a Latin keyboard (lfh]vm for مبادرة); two words were joined, or one was split;
    or it differs by a letter from the word between the same two words elsewhere (مشاريع الالتزمات
    المقترحة). Names of persons are allowed, and so are words whose first or last letter differs, or
    the case of a plural: that may be grammar.
    """
    words = Counter(word for texts in plan.texts for word in _WORD.findall(texts.joined))
    slips = [*_other_keyboard(plan, words), *_apart(plan, words), *_one_letter_off(plan, words)]
    for slip in {each[:2]: each for each in slips}.values():
        text, offset = slip.at.texts.within(slip.at.offset)
        other, other_offset = slip.other.texts.within(slip.other.offset)
        if text.language == "ar" and not is_person(text):
            yield Finding(
                text.at.within(offset),
                "“{found}” is written “{usual}” elsewhere",
                "correct one of the two, or accept the warning "
                "under “accept:” (how: ogp rules {rule})",
                {"found": slip.found, "usual": slip.usual},
                other.at.within(other_offset),
            )


def _other_keyboard(plan: Plan, words: Container[str]) -> Iterator[_Slip]:
    for texts in plan.texts:
        for match in _LATIN.finditer(texts.joined):
            meant = (match[0].translate(layout) for layout in _LAYOUTS)
            usual = next((each for each in meant if each in words), "")
            for other in _places(plan, usual)[:1]:
                yield _Slip(match[0], usual, _Spot(texts, match.start()), other)


def _places(plan: Plan, words: str) -> list[_Spot]:
    """Return where some words stand side by side; nowhere, if there are none."""
    pattern = rf"(?<!\w){words}(?!\w)"
    return [
        _Spot(texts, match.start())
        for texts in plan.texts
        if words and words in texts.joined
        for match in re.finditer(pattern, texts.joined)
    ]


def _apart(plan: Plan, words: Counter[str]) -> Iterator[_Slip]:
    """Yield words that stand as two elsewhere, or the two: what is rarer."""
    for word in words:
        for place in range(1, len(word)) if len(word) >= _LONG else ():
            one, two = word[:place], word[place:]
            if one in words and two in words and one != "و":
                whole, pairs = _places(plan, word), _places(plan, f"{one} {two}")
                if not (whole and pairs):
                    continue
                # A half that stands nowhere else is no word.
                is_split = min(words[one], words[two]) == len(pairs)
                if (len(pairs), not is_split) <= (len(whole), False):
                    yield _Slip(f"{one} {two}", word, pairs[0], whole[0])
                else:
                    yield _Slip(word, f"{one} {two}", whole[0], pairs[0])


def _one_letter_off(plan: Plan, words: Counter[str]) -> Iterator[_Slip]:
    """Yield the rarer of two words between the same words that differ by one letter."""
    pairs = set(_near(word for word in words if len(word) >= _LONG_ENOUGH))
    around = _around(plan, {word for pair in pairs for word in pair})
    for pair in sorted(pairs):
        found, usual = sorted(pair, key=words.__getitem__)
        for between in around[found].keys() & around[usual].keys():
            yield _Slip(found, usual, around[found][between], around[usual][between])


def _near(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that differ by a letter within them, or by two that are swapped."""
    alike = defaultdict[str, set[str]](set)
    for word in words:
        alike[word].add(word)
        for place in range(1, len(word) - 1):
            alike[word[:place] + word[place + 1 :]].add(word)
    for group in alike.values():
        yield from (pair for pair in combinations(sorted(group), 2) if _is_one_slip(*pair))


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one of two words that agree without a letter of each is a slip for the other."""
    if len(one) != len(other):
        return True
    (a, b), *others = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return others == [(b, a)] or (not others and {a, b} != _CASES)


def _around(plan: Plan, words: Iterable[str]) -> dict[str, _Around]:
    """Return the pairs of words that some words stand between."""
    found: dict[str, _Around] = {word: {} for word in words}
    for texts in plan.texts if found else ():
        before, word, start = "", "", 0
        for match in _TOKEN.finditer(texts.joined):
            after = match[0]
            if word in found and min(len(before), len(after)) >= _AROUND:
                found[word].setdefault((before, after), _Spot(texts, start))
            before, word, start = word, after, match.start()
    return found
