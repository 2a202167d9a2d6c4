"""From an institution to its profile: its commitments, its people, its slots."""

from collections.abc import Iterator

from ogp_cli.documents.document import Document, Field, Items, Section
from ogp_cli.documents.speech import Speech
from ogp_cli.lang.direction import left_to_right
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import Phrase
from ogp_cli.plan import Plan


def profile(plan: Plan, organization: str, language: Language) -> Document:
    """Return everything that the book says of an institution, by its id, and of its kin.

    Kin are the institutions that it is a part of, and those that are a part of it.
    """
    say = Speech(plan, language)
    words = language.terminal
    found = (
        (words.commitments, _commitments(say, organization)),
        (words.people, _people(say, organization)),
        (words.schedule, _slots(say, organization)),
    )
    return Document(
        language=language.code,
        locale=say.tag,
        direction=language.direction,
        title=say.text(plan.organizations[organization].name),
        day=None,
        page=say.words.page,
        fields=tuple(_fields(say, organization)),
        sections=tuple(Section(heading, (Items(items),)) for heading, items in found if items),
    )


def _fields(say: Speech, organization: str) -> Iterator[Field]:
    words, institution = say.language.terminal, say.plan.organizations[organization]
    yield say.field(words.sector, say.literal(words.sectors[institution.sector]))
    if institution.part_of:
        yield say.field(words.part_of, say.institution(institution.part_of))
    for each in say.plan.organizations.values():
        if each.part_of == organization:
            yield say.field(words.has_part, say.text(each.name))


def _commitments(say: Speech, organization: str) -> tuple[Phrase, ...]:
    statuses = say.language.terminal.statuses
    return tuple(
        say.named(each.id) + say.literal(f" – {statuses[each.status]}")
        for each in say.plan.commitments.values()
        if say.plan.institutions.related(organization, each.lead or "")
    )


def _people(say: Speech, organization: str) -> tuple[Phrase, ...]:
    """List those who took part, each once, with the ids of the meetings."""
    meetings: dict[Phrase, list[str]] = {}
    for meeting in say.plan.meetings.values():
        for person in meeting.participants:
            if say.plan.institutions.related(organization, person.organization):
                id_ = left_to_right(meeting.id, say.language.code)
                meetings.setdefault(say.person(person), []).append(id_)
    return tuple(
        person + say.literal(f" – {say.language.enumerate(list(dict.fromkeys(ids)))}")
        for person, ids in meetings.items()
    )


def _slots(say: Speech, organization: str) -> tuple[Phrase, ...]:
    slots = sorted((scheduled.slot for scheduled in say.plan.index.slots), key=lambda slot: slot.at)
    return tuple(
        say.slot(slot) + say.literal(f" – {say.numbers(slot.commitments)}")
        for slot in slots
        if any(say.plan.institutions.related(organization, each) for each in slot.organizations)
    )
