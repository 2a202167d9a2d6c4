"""From a commitment to its report: its outcome, its merges, its steps by meeting, its slots."""

from collections.abc import Iterator
from itertools import groupby

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.present.content.card import card_fields, card_sections
from ogp_cli.present.content.document import Document, Field, Items, Section
from ogp_cli.present.content.facts import facts, facts_of
from ogp_cli.present.wording import Wording
from ogp_cli.process.heard import history_of
from ogp_cli.process.implementation import reports_on
from ogp_cli.process.ledger import expected
from ogp_cli.process.lineage import sources, targets
from ogp_cli.process.vocabulary import MERGED_ONLY


def commitment(plan: Plan, of: Commitment, language: Language) -> Document:
    """Return everything that the book has on a commitment."""
    say = Wording(plan, language)
    return Document(
        kind="commitment",
        language=language,
        locale=say.tag,
        title=say.fill("{number}. {title}", number=plan.called(of.id), title=say.title(of)),
        fields=tuple(_fields(say, of)),
        sections=(
            *_sources(say, of),
            *(card_sections(say, of) if of.is_adopted else ()),
            *_history(say, of),
            *_schedule(say, of),
        ),
        facts={"kind": "commitment", **facts(of), **_reported(plan, of)},
    )


def _reported(plan: Plan, of: Commitment) -> dict[str, object]:
    """Return what was reported of a commitment of the plan, by the half-year, for programs."""
    if not of.is_adopted:
        return {}
    return {"reports": {id_: facts_of(each) for id_, each in reports_on(plan, of).items()}}


def _fields(say: Wording, of: Commitment) -> Iterator[Field]:
    words = say.terminal
    if say.plan.as_of:
        yield say.field(words.date, say.literal(say.as_of(say.day(say.plan.as_of.day))))
    yield say.field(words.status, say.literal(words.statuses[of.status]))
    outcome = expected(say.plan).outcome(of.id)
    through = of.status == "merged" or expected(say.plan).closed
    if through and outcome != of.status and not of.is_adopted:
        yield say.field(words.outcome, say.literal(words.statuses[outcome]))
    if of.proposed:
        yield say.field(words.proposed, say.literal(say.day(of.proposed)))
    if of.lead:
        yield say.field(words.lead, say.institution(of.lead))
    if of.head and of.head.name:
        yield say.field(words.head, say.person(of.head))
    status: str | None = of.status
    for target in targets(say.plan, of):
        label = words.merged_into if status == "merged" else words.merge_into
        if status == "adopted":
            label = words.adopted_as
        yield say.field(label, say.named(target))
        known = say.plan.commitments.get(target)
        status = known.status if known else None
    if of.is_adopted:
        yield from card_fields(say, of)
    else:
        yield from _another(say, of)


def _another(say: Wording, of: Commitment) -> Iterator[Field]:
    """Say that the commitment of the plan with the number of a proposal is another."""
    became = targets(say.plan, of)
    for each in say.plan.adopted.values():
        if each.number is not None and each.number == of.number and each.id not in became:
            yield say.field(say.language.implementation.another, say.named(each.id))


def _sources(say: Wording, of: Commitment) -> Iterator[Section]:
    """List what a merged commitment is made of, each followed by what that is made of."""
    items = tuple(_source(say, source) for source in sources(say.plan, of))
    if items:
        is_proposed = of.status in MERGED_ONLY
        heading = say.terminal.merge_from if is_proposed else say.terminal.merged_from
        heading = say.terminal.adopted_from if of.is_adopted else heading
        yield Section("sources", heading, (Items(items),))


def _source(say: Wording, source: str) -> RichText:
    known = say.plan.commitments.get(source)
    status = f" – {say.terminal.statuses[known.status]}" if known else ""
    return say.named(source) + say.literal(status)


def _history(say: Wording, of: Commitment) -> Iterator[Section]:
    """List the steps by meeting."""
    heard = history_of(say.plan, of)
    for meeting, steps in groupby(heard, lambda each: getattr(each.entry, "meeting", "")):
        items = Items(tuple(say.step(of, each) for each in steps))
        yield Section("history", f"{say.terminal.history} – {say.code(meeting)}", (items,))


def _schedule(say: Wording, of: Commitment) -> Iterator[Section]:
    slots = tuple(say.slot(scheduled.slot) for scheduled in say.plan.index.slots_of(of.id))
    if slots:
        yield Section("schedule", say.terminal.schedule, (Items(slots),))
