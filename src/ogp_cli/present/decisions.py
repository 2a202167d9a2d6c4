"""The sentences of decisions, as the minutes and the changes print them."""

from collections.abc import Iterator
from typing import Any

from ogp_cli.lang.catalogue import C_
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.card import Head, Values, names_of
from ogp_cli.models.commitment import Proposal
from ogp_cli.models.decision import (
    AdoptedItem,
    Adoption,
    Amendment,
    Decision,
    Explanation,
)
from ogp_cli.present.labels import VALUES
from ogp_cli.present.sentences import DECIDED
from ogp_cli.present.wording import Wording
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import ValueChange


def decisions(say: Wording, decision: Decision) -> list[RichText]:
    """Return the sentences of a decision: one for each commitment of the plan, else one.

    An amendment says from what to what each value changes.
    """
    match decision:
        case Adoption():
            return [_adopted(say, each) for each in decision.adopt]
        case Amendment():
            return [sentence(say, decision), *_changes(say, decision)]
        case _:
            return [sentence(say, decision)]


def sentence(say: Wording, decision: Decision) -> RichText:
    """Return the sentence of a decision, which names all that it decides on."""
    numbers = map(say.numbered, decision.commitments)
    keys = _keys(decision) if isinstance(decision, Amendment) else ()
    return say.sentence(_step(say, decision), DECIDED, numbers, decision, keys)


def _step(say: Wording, decision: Decision) -> str:
    """Return the word of a decision's sentence: an explanation has that of what it explains."""
    if isinstance(decision, Explanation):
        return say.explained(decision.explain)
    is_of_plan = {*decision.commitments} <= say.plan.adopted.keys()
    if isinstance(decision, Amendment) and not is_of_plan:
        return "amended/proposals"
    return decision.step or decision.KEY


def _keys(amendment: Amendment) -> list[str]:
    return [*amendment.values, *(["milestones"] if amendment.milestones else [])]


def _adopted(say: Wording, adopted: AdoptedItem) -> RichText:
    known = say.plan.commitments.get(adopted.id)
    title = adopted.title or (known and known.title)
    return say.rich(
        DECIDED["adopted/from" if adopted.from_ else "adopted"],
        number=say.label(adopted.number),
        title=say.text(title) if title else say.t("untitled"),
        proposals=_made_from(say, adopted),
    )


def _made_from(say: Wording, adopted: AdoptedItem) -> str:
    numbers = list(map(say.number, _proposals(say, adopted)))
    return say.plural(
        C_("alone", "proposal {numbers}"),
        "proposals {numbers}",
        len(numbers),
        numbers=say.language.enumerate(numbers),
    )


def _proposals(say: Wording, adopted: AdoptedItem) -> list[str]:
    """Return the proposals that a commitment of the plan was made of, through merges."""
    known, ledger = say.plan.commitments, expected(say.plan)
    names = [each for name in adopted.from_ for each in (name, *ledger.sources(name))]
    return [each for each in names if each not in known or isinstance(known[each], Proposal)]


def _changes(say: Wording, amendment: Amendment) -> Iterator[RichText]:
    ledger = expected(say.plan)
    for name in amendment.amend:
        for line in ledger.story(name):
            if line.decided and line.decided.decision is amendment:
                yield from (_change(say, say.numbered(name), each) for each in line.changes)


def _change(say: Wording, number: str, change: ValueChange) -> RichText:
    """Return the sentence of a value that changes, of a commitment by its number."""
    if change.milestone and change.key == "milestones":
        word = "added" if change.before is None else "dropped"
        title = say.text((change.after or change.before).title)
        return say.rich(DECIDED[word], milestone=change.milestone, number=number, title=title)
    has_before = change.before not in (None, ())
    word = "moved" if change.key == "due" else "changed"
    return say.rich(
        DECIDED[f"{word}/from" if has_before else word],
        subject=_subject(say, number, change),
        milestone=change.milestone,
        number=number,
        before=_value(say, change.key, change.before) if has_before else "",
        due=_value(say, change.key, change.after),
    )


def _subject(say: Wording, number: str, change: ValueChange) -> str:
    key = say.keys([change.key]) if not change.milestone else say.milestone_key(change.key)
    subject = DECIDED["of milestone" if change.milestone else "of commitment"]
    return say.t(subject, number=number, milestone=change.milestone, key=key)


def _value(say: Wording, key: str, value: Any) -> RichText:  # noqa: ANN401 - of any key of a card
    match key, value:
        case "lead", _:
            return say.institution(*names_of(value))
        case "supporting" | "by", _:
            return say.enumerated(say.institution(each) for each in value)
        case "axis", _:
            return say.literal(say.axis(value))
        case "due" | "start", _:
            return say.literal(say.date(value))
        case _, Head():
            return say.person(value)
        case _, Values():
            texts = (getattr(value, name) for name in VALUES)
            return say.enumerated(say.text(each) for each in texts if each)
        case _:
            return say.text(value)
