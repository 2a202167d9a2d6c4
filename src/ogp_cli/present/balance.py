"""The balance of the proposals in words."""

from itertools import chain, repeat

from ogp_cli.lang.rich_text import toned
from ogp_cli.models.commitment import Status
from ogp_cli.present.content.document import Paragraph, Term
from ogp_cli.present.labels import TONES
from ogp_cli.present.words import Words
from ogp_cli.process.balance import Balance


def terms(say: Words, balance: Balance) -> list[tuple[Status | None, int, str]]:
    """Return the terms of the balance: the outcome or None, the number, and both in words."""
    merges = say.plural("{n} proposed merge", "{n} proposed merges", balance.merges)
    n = balance
    found: list[tuple[Status | None, int, str]] = [
        ("standing", n.standing, say.plural("{n} standing", "{n} standing", n.standing)),
        (
            "merge-proposed",
            n.merging,
            say.plural("{n} in {merges}", "{n} in {merges}", n.merging, merges=merges),
        ),
        ("merged", n.merged, say.plural("{n} merged", "{n} merged", n.merged)),
        ("cancelled", n.cancelled, say.plural("{n} cancelled", "{n} cancelled", n.cancelled)),
        ("adopted", n.adopted, say.plural("{n} adopted", "{n} adopted", n.adopted)),
        ("withdrawn", n.withdrawn, say.plural("{n} withdrawn", "{n} withdrawn", n.withdrawn)),
        (
            "not-adopted",
            n.not_adopted,
            say.plural("{n} not adopted", "{n} not adopted", n.not_adopted),
        ),
        (
            None,
            n.missing,
            say.plural("{n} without an outcome", "{n} without an outcome", n.missing),
        ),
    ]
    return [each for each in found if each[1]]


def balance_in_words(say: Words, balance: Balance, before: str = "", after: str = "") -> Paragraph:
    """Return the outcomes as a sum: «27 proposals = 17 standing + 7 merged + …».

    It stands between two other parts of its sentence, and a bar shows the outcomes.
    """
    found = [(size, TONES.get(of, "alert"), term) for of, size, term in terms(say, balance)]
    proposals = say.plural("{n} proposal", "{n} proposals", balance.proposals)
    said = say.literal(f"{before}{proposals}")
    for sign, (_, tone, term) in zip(chain("=", repeat("+")), found, strict=False):
        said += say.literal(f" {sign} ") + toned(say.literal(term), tone)
    parts = filter(None, (result_in_words(say, balance), after))
    rest = "".join(f"{say.language.semicolon} {each}" for each in parts)
    return Paragraph(said + say.literal(rest), terms=tuple(Term(*each[:2]) for each in found))


def result_in_words(say: Words, balance: Balance) -> str:
    """Return how many commitments the plan has, or would have; nothing without a merge."""
    number = balance.resulting
    if balance.is_adopted:
        return say.plural(
            "the plan has {n} commitment",
            "the plan has {n} commitments",
            balance.in_plan,
        )
    if balance.merges:
        return say.plural(
            "{resulting} if the merge is adopted",
            "{resulting} if the merges are adopted",
            balance.merges,
            resulting=number,
        )
    if not balance.merged:
        return ""
    return say.plural("{n} commitment results", "{n} commitments result", number)
