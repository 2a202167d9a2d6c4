"""A text is not in Unicode normalization form C (NFC).

The same letter can be written as one character or as several (é, or e and an accent). The two look
alike, but a search finds only one of them.
"""

from collections.abc import Iterator
from itertools import chain
from unicodedata import is_normalized

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text."""
    apart = (texts for texts in plan.texts if not is_normalized("NFC", texts.whole))
    for text in chain.from_iterable(apart):
        if not is_normalized("NFC", text.text):
            yield Finding(
                text.at,
                "the text is not in Unicode normalization form C (NFC)",
                "type the text again, or convert it to NFC",
            )
