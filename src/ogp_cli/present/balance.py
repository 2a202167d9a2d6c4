"""The balance of the proposals in words."""

from itertools import chain, repeat

from ogp_cli.lang.rich_text import Tone, toned
from ogp_cli.models.commitment import Status
from ogp_cli.present.content.document import Paragraph, Term
from ogp_cli.present.labels import TONES
from ogp_cli.present.words import Words
from ogp_cli.process.balance import Balance


def balance_in_words(say: Words, balance: Balance, before: str = "", after: str = "") -> Paragraph:
    """Return the outcomes as a sum: «27 proposals = 17 standing + 7 merged + …».

    It stands between two other parts of its sentence, and a bar shows the outcomes.
    """
    found = _terms(say, balance)
    proposals = say.plural("{n} proposal", "{n} proposals", balance.proposals)
    said = say.literal(f"{before}{proposals}")
    for sign, (tone, _, term) in zip(chain("=", repeat("+")), found, strict=False):
        said += say.literal(f" {sign} ") + toned(say.literal(term), tone)
    rest = "".join(
        f"{say.language.semicolon} {each}" for each in (_result(say, balance), after) if each
    )
    terms = tuple(Term(size, tone) for tone, size, _ in found)
    return Paragraph(said + say.literal(rest), terms=terms)


def _terms(say: Words, balance: Balance) -> list[tuple[Tone, int, str]]:
    """Return the terms of the balance: the tone, the number, and both in words."""
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
    return [(TONES.get(of, "alert"), size, said) for of, size, said in found if size]


def _result(say: Words, balance: Balance) -> str:
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
