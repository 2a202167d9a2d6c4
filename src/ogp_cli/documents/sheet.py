"""From a commitment to its sheet: its fate, lineage, steps meeting by meeting, and slots."""

from collections.abc import Iterator
from itertools import groupby

from ogp_cli.documents.document import Document, Field, Items, Section
from ogp_cli.documents.speech import Speech
from ogp_cli.lang.direction import left_to_right
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import Phrase
from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.heard import Heard, history_of
from ogp_cli.process.lineage import sources, targets
from ogp_cli.process.vocabulary import MERGED_ONLY


def sheet(plan: Plan, commitment: Commitment, language: Language) -> Document:
    """Return everything that the book says of a commitment."""
    say = Speech(plan, language)
    title = say.literal(f"{say.plan.called(commitment.id)}. ") + say.commitment_title(commitment)
    return Document(
        language=language.code,
        locale=say.tag,
        direction=language.direction,
        title=title,
        day=None,
        page=say.words.page,
        fields=tuple(_fields(say, commitment)),
        sections=(
            *_sources(say, plan, commitment),
            *_history(say, commitment),
            *_schedule(say, plan, commitment),
        ),
    )


def _fields(say: Speech, commitment: Commitment) -> Iterator[Field]:
    words = say.language.terminal
    if say.plan.as_of:
        then = words.as_of.format(day=say.day(say.plan.as_of.day))
        yield say.field(words.date, say.literal(then))
    yield say.field(words.status, say.literal(words.statuses[commitment.status]))
    if commitment.proposed:
        yield say.field(words.proposed, say.literal(say.day(commitment.proposed)))
    if commitment.lead:
        yield say.field(words.lead, say.institution(commitment.lead))
    if commitment.head and commitment.head.name:
        yield say.field(words.head, say.person(commitment.head))
    status: str | None = commitment.status
    for target in targets(say.plan, commitment):
        label = words.merged_into if status == "merged" else words.merge_into
        yield say.field(label, say.named(target))
        known = say.plan.commitments.get(target)
        status = known.status if known else None


def _sources(say: Speech, plan: Plan, commitment: Commitment) -> Iterator[Section]:
    """List what a card is made of, cards that became part of it before their own sources."""
    items = tuple(_source(say, plan, source) for source in sources(plan, commitment))
    if items:
        words = say.language.terminal
        is_proposed = commitment.status in MERGED_ONLY
        yield Section(words.merge_from if is_proposed else words.merged_from, (Items(items),))


def _source(say: Speech, plan: Plan, source: str) -> Phrase:
    known = plan.commitments.get(source)
    status = f" – {say.language.terminal.statuses[known.status]}" if known else ""
    return say.named(source) + say.literal(status)


def _history(say: Speech, commitment: Commitment) -> Iterator[Section]:
    """List the steps by the meeting that heard of them; by their day where that is to come."""

    def meeting_of(heard: Heard) -> str:
        return heard.entry.meeting if heard.entry else ""

    for meeting, entries in groupby(history_of(say.plan, commitment), meeting_of):
        heading = f"{say.language.terminal.history} – {left_to_right(meeting, say.language.code)}"
        yield Section(heading, (Items(tuple(say.step(commitment, entry) for entry in entries)),))


def _schedule(say: Speech, plan: Plan, commitment: Commitment) -> Iterator[Section]:
    slots = tuple(say.slot(scheduled.slot) for scheduled in plan.index.slots_of(commitment.id))
    if slots:
        yield Section(say.language.terminal.schedule, (Items(slots),))
