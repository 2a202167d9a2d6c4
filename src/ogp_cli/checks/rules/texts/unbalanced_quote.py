"""A quotation mark or a bracket is opened and not closed, or closed and not opened.

Most often the other one was lost when the text was shortened. A closing bracket alone is let
through, as in “1) …”.
"""

import re
from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.plan.texts import SEAM, TextIndex
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"

_REST = rf"[^«»“”\"(){SEAM}]*"
# A pair is passed over. What is not one is looked at again in its text: a pair may hold another.
_SIGN = re.compile(
    rf'[«»“”"(](?P<pair>(?<=«){_REST}»|(?<=“){_REST}”|(?<="){_REST}"|(?<=\(){_REST}\))?'
)


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first such sign of each text."""
    for texts in plan.texts:
        yield from _in_texts(texts)


def _in_texts(texts: TextIndex) -> Iterator[Finding]:
    last = None
    for match in _SIGN.finditer(texts.whole):
        if match["pair"]:
            continue
        text, offset = texts.within(match.start())
        if text != last and _is_odd(match[0], text.text):
            last = text
            yield Finding(
                text.at.within(offset),
                "this sign has no partner: {sign}",
                "add the sign that is missing, or remove this one",
                {"sign": match[0]},
            )


def _is_odd(sign: str, text: str) -> bool:
    """Whether a text has more of one sign of a pair than of the other."""
    if sign == '"':
        return text.count(sign) % 2 == 1
    if sign == "(":
        return text.count(sign) > text.count(")")
    one, other = "«»" if sign in "«»" else "“”"
    return "„" not in text and text.count(one) != text.count(other)
