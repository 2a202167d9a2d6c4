"""From a commitment to its sheet: its fate, its steps meeting by meeting, its slots."""

from collections.abc import Iterator
from itertools import groupby

from ogp_cli.documents.document import Document, Field, Items, Section
from ogp_cli.documents.speech import Speech
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import Phrase
from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan, Scheduled


def sheet(plan: Plan, commitment: Commitment, language: Language) -> Document:
    """Return everything that the book says of a commitment."""
    say = Speech(plan, language)
    title = say.literal(f"{say.number(commitment.id)}. ") + say.commitment_title(commitment)
    return Document(
        language=language.code,
        locale=say.tag,
        direction=language.direction,
        title=title,
        day=None,
        page=say.words.page,
        fields=tuple(_fields(say, commitment)),
        sections=(*_history(say, commitment), *_schedule(say, plan, commitment)),
    )


def _fields(say: Speech, commitment: Commitment) -> Iterator[Field]:
    words = say.language.terminal
    yield _field(say, words.status, say.literal(words.statuses[commitment.status]))
    if commitment.lead:
        yield _field(say, words.lead, say.institution(commitment.lead))
    if commitment.head and commitment.head.name:
        honorific = say.literal(say.words.honorifics[commitment.head.gender] + " ")
        yield _field(say, words.head, honorific + say.text(commitment.head.name))
    if commitment.merged_into:
        yield _field(say, words.merged_into, say.named(commitment.merged_into))
    if commitment.merged_from:
        sources = say.language.enumerate([say.number(each) for each in commitment.merged_from])
        yield _field(say, words.merged_from, say.literal(sources))


def _field(say: Speech, label: str, value: Phrase) -> Field:
    return Field(label + say.words.label, value)


def _history(say: Speech, commitment: Commitment) -> Iterator[Section]:
    for meeting, entries in groupby(commitment.history, lambda entry: entry.meeting):
        heading = f"{say.language.terminal.history} – {meeting}"
        yield Section(heading, (Items(tuple(say.step(commitment, entry) for entry in entries)),))


def _schedule(say: Speech, plan: Plan, commitment: Commitment) -> Iterator[Section]:
    slots = plan.slots_of(commitment.id)
    if slots:
        items = tuple(_slot(say, scheduled) for scheduled in slots)
        yield Section(say.language.terminal.schedule, (Items(items),))


def _slot(say: Speech, scheduled: Scheduled) -> Phrase:
    line = say.literal(" ".join(say.moment(scheduled.slot.at)) + " – ")
    names = say.institutions(scheduled.slot.organizations)
    for index, name in enumerate(names):
        line += (say.literal(say.words.department) if index else ()) + name
    return line
