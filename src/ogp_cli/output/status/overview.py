"""The plan at a glance: a row for every commitment, in the reader's language."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from ogp_cli.lang import count
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import translate
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan

# A fate has a column of its own; a meeting to schedule says how far the drafting is only where
# nothing else does.
_FATES = {"merge-proposed", "merge-dropped", "merged", "cancelled"}


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment: words for a person, and `next_meeting` in the plan's time zone."""

    commitment: Commitment
    number: str
    title: str
    lead: str
    status: str
    drafting: str
    next_meeting: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The plan, its balance as a sentence, and its rows in the order of the numbers.

    `to_file` says that it goes into a file, and not to whoever reads standard output.
    """

    plan: Plan
    language: Language
    title: str
    balance: str
    rows: tuple[Row, ...]
    to_file: bool = False


def overview(
    plan: Plan,
    language: Language,
    only: Callable[[Commitment], bool] = lambda _: True,
    *,
    to_file: bool = False,
) -> Overview:
    """Return a plan at a glance. Titles and names are in `language` where they have it.

    Rows are those of the commitments that `only` lets through; the balance is of them all.
    """
    return Overview(
        plan=plan,
        language=language,
        title=_text(plan, language, plan.info.title),
        balance=_balance(plan, language),
        rows=tuple(_row(plan, language, each) for each in plan.commitments.values() if only(each)),
        to_file=to_file,
    )


def _row(plan: Plan, language: Language, commitment: Commitment) -> Row:
    words = language.terminal
    institution = plan.institution(commitment.lead)[-1:] if commitment.lead else ()
    step = _last_step(commitment)
    slot = plan.next_slot(commitment.id)
    return Row(
        commitment=commitment,
        number=str(commitment.number or ""),
        title=_text(plan, language, commitment.title) if commitment.title else "",
        lead=_text(plan, language, institution[0].name) if institution else commitment.lead or "",
        status=words.statuses[commitment.status],
        drafting=words.steps[step] if step else "",
        next_meeting=slot.at.replace(tzinfo=plan.zone) if slot else None,
    )


def _last_step(commitment: Commitment) -> str | None:
    """Return the step that says how far the drafting of a commitment is."""
    steps = [entry.step for entry in commitment.history if entry.step not in _FATES]
    done = [step for step in steps if step != "meeting-to-schedule"]
    return next(reversed(done or steps), None)


def _text(plan: Plan, language: Language, text: Text) -> str:
    return translate(text, language.code, plan.info.language).text


def _balance(plan: Plan, language: Language) -> str:
    """Return the fates as a sum: «27 proposals = 17 standing + 7 in 2 proposed merges + …»."""
    words, balance = language.terminal, plan.balance
    merges = count(language, words.merges, balance.merges)
    fates = [
        (words.standing, balance.standing),
        (words.merging, balance.merging),
        (words.merged, balance.merged),
        (words.cancelled, balance.cancelled),
    ]
    terms = [count(language, forms, n, merges=merges) for forms, n in fates if n]
    sentence = count(language, words.proposals, balance.proposals)
    if terms:
        sentence += " = " + " + ".join(terms)
    if not balance.merges:
        return sentence
    adopted = count(language, words.adopted, balance.merges, resulting=balance.resulting)
    return f"{sentence}{language.semicolon} {adopted}"
