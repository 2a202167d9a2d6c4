"""From a commitment to its report: its outcome, its merges, its steps by meeting, its slots."""

from collections.abc import Iterator
from itertools import groupby

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.present.content.document import Document, Field, Items, Section
from ogp_cli.present.content.facts import facts
from ogp_cli.present.wording import Wording
from ogp_cli.process.heard import history_of
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
        sections=(*_sources(say, of), *_history(say, of), *_schedule(say, of)),
        facts={"kind": "commitment", **facts(of)},
    )


def _fields(say: Wording, of: Commitment) -> Iterator[Field]:
    words = say.terminal
    if say.plan.as_of:
        yield say.field(words.date, say.literal(say.as_of(say.day(say.plan.as_of.day))))
    yield say.field(words.status, say.literal(words.statuses[of.status]))
    outcome = expected(say.plan).outcome(of.id)
    if of.status == "merged" and outcome != of.status:
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
        yield say.field(label, say.named(target))
        known = say.plan.commitments.get(target)
        status = known.status if known else None


def _sources(say: Wording, of: Commitment) -> Iterator[Section]:
    """List what a merged commitment is made of, each followed by what that is made of."""
    items = tuple(_source(say, source) for source in sources(say.plan, of))
    if items:
        is_proposed = of.status in MERGED_ONLY
        heading = say.terminal.merge_from if is_proposed else say.terminal.merged_from
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
