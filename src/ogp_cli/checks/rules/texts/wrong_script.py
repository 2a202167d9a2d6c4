"""A text has no letter of its language's script, or no letter and no digit at all.

A plain string is in the plan's language; of a text by language, each line is in its own. A title in
Latin letters does not belong in Arabic minutes; most often the language is missing, or two lines
have changed places. Abbreviations and addresses (OECD, https://…) are let through.
"""

import re
from collections.abc import Iterator

from ogp_cli.checks.texts import is_person
from ogp_cli.plan import Plan
from ogp_cli.plan.hygiene import END, START
from ogp_cli.plan.texts import SEAM, HumanText, TextIndex
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"
NEEDS = {"plan"}

_ARABIC, _LATIN = "\u0620-\u06d3", "A-Za-z\u00c0-\u024f"
# What a wrong encoding leaves (????) the rule damaged-text reports.
_NOTHING = rf"(?P<nothing>(?:[^\w?\ufffd{SEAM}]|_)+)"
# A text without one script, and with two letters of a word in the other.
_NO_ARABIC = rf"(?!\w+:/)[^{_ARABIC}{SEAM}]*[a-z]{{2}}[^{_ARABIC}{SEAM}]*"
_NO_LATIN = rf"[^{_LATIN}{SEAM}]*[{_ARABIC}]{{2}}[^{_LATIN}{SEAM}]*"
_OTHER = re.compile(f"{START}{_NOTHING}{END}")
_PATTERNS = {
    language: re.compile(f"{START}(?:{_NOTHING}|{wrong}){END}")
    for language, wrong in (("ar", _NO_ARABIC), ("fr", _NO_LATIN), ("en", _NO_LATIN))
}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text; the names of persons are passed over."""
    for texts in plan.texts:
        for text, match in _found(texts, plan.info.language):
            if not is_person(text):
                yield _finding(text, match)


def _found(texts: TextIndex, language: str) -> Iterator[tuple[HumanText, re.Match[str]]]:
    for text in texts.others:
        match = _PATTERNS.get(text.language, _OTHER).search(text.text)
        if match:
            yield text, match
    others = {text.text for text in texts.others}
    for match in _PATTERNS.get(language, _OTHER).finditer(texts.whole):
        if match[0] not in others:
            yield texts.within(match.start())[0], match


def _finding(text: HumanText, match: re.Match[str]) -> Finding:
    if match["nothing"]:
        return Finding(text.at, "the text has no letter", "write the text, or remove the line")
    return Finding(
        text.at,
        "the text has no letter of its language’s script",
        "write it in that language, and the other one beside it, as in “{{ar: …, fr: …}}”",
    )
