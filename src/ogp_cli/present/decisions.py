"""The sentences of decisions, as the minutes and the changes print them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

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
from ogp_cli.models.partial_date import last_day
from ogp_cli.models.types import Text
from ogp_cli.present.labels import MILESTONE, VALUES
from ogp_cli.present.sentences import CHANGED, DECIDED
from ogp_cli.present.wording import Wording
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import ValueChange

# OGP requirement 4.1 asks for the reason of these.
_OWE_A_REASON = {"cancelled", "not-adopted", "withdrawn"}


class Sentence(NamedTuple):
    """A decision, or a part of one, in a sentence; and a line for each value that it changes.

    `owes_reason`: it gives no reason, and ought to.
    """

    text: RichText
    changes: tuple[RichText, ...] = ()
    owes_reason: bool = False


def decisions(say: Wording, decision: Decision) -> list[Sentence]:
    """Return the sentences of a decision: one for each commitment that it adopts, else one."""
    if isinstance(decision, Adoption):
        return [Sentence(_adopted(say, each)) for each in decision.adopt]
    step = decision.step or decision.KEY
    if isinstance(decision, Explanation):
        step = say.explained(decision.explain)
    changed = [*_changed(say, decision)] if isinstance(decision, Amendment) else []
    titles = {name: change.before for name, change in changed if change.key == "title"}
    named = _titled(say, decision.commitments, titles)
    text = say.sentence(DECIDED, step, decision, commitments=named)
    owes_reason = step in _OWE_A_REASON and not getattr(decision, "reason", None)
    return [Sentence(text, tuple(_change(say, *each) for each in changed), owes_reason)]


def _titled(say: Wording, names: Sequence[str], titles: Mapping[str, Text]) -> RichText:
    """Name proposals, or commitments of the plan, by their numbers and titles, after a verb.

    `titles` are those that they had before.
    """
    now = {name: each.title for name, each in say.plan.commitments.items()}
    named = [_with_title(say, say.numbered(each), {**now, **titles}.get(each)) for each in names]
    return say.fill(say.commitments(names, "{numbers}"), numbers=say.enumerated_in(named))


def _with_title(say: Wording, number: str, title: Text | None) -> RichText:
    """Return a number with a title, if there is one: «7 («جائزة الإدارة المنفتحة»)»."""
    if not title:
        return say.literal(number)
    return say.rich("{number} (“{title}”)", number=number, title=say.text(title))


def _adopted(say: Wording, adopted: AdoptedItem) -> RichText:
    known, story = say.plan.commitments.get(adopted.id), expected(say.plan).story(adopted.id)
    amended = (each.before for line in story for each in line.changes if each.key == "title")
    title = adopted.title or next(amended, known and known.title)  # the one of that day
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


def _changed(say: Wording, amendment: Amendment) -> Iterator[tuple[str, ValueChange]]:
    """Yield the commitments that an amendment changes, with each value."""
    ledger = expected(say.plan)
    for name in amendment.amend:
        for line in ledger.story(name):
            if line.decided and line.decided.decision is amendment:
                yield from ((name, each) for each in line.changes)


def _change(say: Wording, commitment: str, change: ValueChange) -> RichText:
    """Return the sentence of a value of a commitment that changes."""
    before, after = change.before, change.after
    sentence = "due" if change.key == "due" else "changed"
    if change.milestone and change.key == "milestones":
        sentence = "added" if before is None else "dropped"
    elif sentence == "due" and before:
        sentence = "due/later" if last_day(after) >= last_day(before) else "due/earlier"
    said = {
        "before": _value(say, change.key, before) if before else (),
        "after": _value(say, change.key, after) if after else (),
    }
    if sentence == "changed":
        sentence = _changed_to(said, is_none=not after)
    values: dict[str, str | RichText] = {
        "number": say.numbered(commitment),
        "milestone": _with_title(say, change.milestone, _milestone_title(say, commitment, change)),
    }
    if sentence.startswith("changed"):
        key = say.t(MILESTONE[change.key]) if change.milestone else say.keys([change.key])
        subject = CHANGED["of milestone" if change.milestone else "of commitment"]
        values["subject"] = say.rich(subject, key=key, **values)
    return say.rich(CHANGED[sentence], **values, **said)


def _changed_to(said: Mapping[str, RichText], *, is_none: bool) -> str:
    """Return the sentence for the values before and after, which may not be published."""
    if said["after"]:
        return "changed/from" if said["before"] else "changed"
    return "changed/none" if is_none and said["before"] else "changed/unsaid"


def _milestone_title(say: Wording, commitment: str, change: ValueChange) -> Text | None:
    """Return the title of the milestone that changes; of one that goes, the title that it had."""
    if change.key == "milestones":
        title: Text | None = (change.after or change.before).title
        return title
    known = say.plan.adopted.get(commitment)
    milestones = known.milestones if known else ()
    return next((each.title for each in milestones if each.id == change.milestone), None)


def _value(say: Wording, key: str, value: Any) -> RichText:  # noqa: ANN401 - of any key of a card
    match key, value:
        case "milestones", _:
            return ()  # the sentence names it
        case "lead", _:
            return say.institution(*names_of(value))
        case "supporting" | "by", _:
            return say.enumerated(say.institution(each) for each in value)
        case "axis", _:
            return say.axis(value)
        case "due" | "start", _:
            return say.literal(say.date(value))
        case _, Head():
            return say.person(value)
        case _, Values():
            texts = (getattr(value, name) for name in VALUES)
            return say.enumerated(say.text(each) for each in texts if each)
        case _:
            return say.text(value)
