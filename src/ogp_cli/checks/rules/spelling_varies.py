"""One institution, group or word is spelt in several ways.

«لجنة الإشراف» is one committee, however its hamza is typed; a search finds only one spelling. The
names in `plan.yaml` and `organizations.yaml` are the measure for every other text; of other words
of six letters or more, the spelling that is used most. What differs by more than a hamza, a final
ya or ta, a vowel sign or a capital is another word.
"""

import re
from collections import Counter
from collections.abc import Iterator

from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"

_ALIKE = str.maketrans("أإآٱؤئىة", "ااااوييه")
_WORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3]{6,}")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every text with another spelling than the measure, for each word once."""
    yield from _names(plan)
    yield from _words(plan)


def _folded(text: str) -> str:
    """Return a text without what may vary in it; each character stays one or goes."""
    return _MARKS.sub("", text).translate(_ALIKE).casefold()


def _names(plan: Plan) -> Iterator[Finding]:
    names = {_folded(name): name for name in _measures(plan) if len(name.split()) > 1}
    if not names:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    for at, text, _ in plan.texts:
        if len(_folded(text)) != len(text):
            continue  # the positions would not fit
        for match in pattern.finditer(_folded(text)):
            found, name = text[match.start() : match.end()], names[match[0]]
            if found != name:
                yield _finding(at.within(match.start()), found, name, None)


def _measures(plan: Plan) -> Iterator[str]:
    texts: list[Text] = [plan.info.committee, *plan.info.groups.values()]
    texts += [each.name for each in plan.organizations.values()]
    for text in texts:
        yield from (text,) if isinstance(text, str) else text.values()


def _words(plan: Plan) -> Iterator[Finding]:
    spellings: dict[str, Counter[str]] = {}
    first: dict[str, Place] = {}
    for at, text, _ in plan.texts:
        for match in _WORD.finditer(text):
            spellings.setdefault(_folded(match[0]), Counter())[match[0]] += 1
            first.setdefault(match[0], at.within(match.start()))
    for spelling in spellings.values():
        (usual, _), *others = spelling.most_common()
        for found, _ in others:
            yield _finding(first[found], found, usual, first[usual])


def _finding(at: Place, found: str, usual: str, related: Place | None) -> Finding:
    values = {"found": found, "usual": usual}
    message = "“{found}” is elsewhere spelt “{usual}”"
    return Finding(at, message, "write “{usual}”, or accept it here", values, related)
