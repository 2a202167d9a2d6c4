"""An institution in full: its commitments, milestones, people and slots."""

from collections.abc import Iterator

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.card import Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.plan import Plan
from ogp_cli.present.content.document import Document, Field, listed
from ogp_cli.present.wording import Wording
from ogp_cli.process.implementation import milestones_of, standing_milestones


def institution(plan: Plan, organization: str, language: Language) -> Document:
    """Return everything that the book has on an institution, by its id, and on related ones.

    Related institutions are those that it is part of, and those that are part of it.
    """
    say = Wording(plan, language)
    words, known = language.terminal, plan.organizations[organization]
    led = [id_ for id_, each in plan.commitments.items() if _is_of(say, organization, each.lead)]
    supported = [
        id_ for id_, each in plan.adopted.items() if _is_of(say, organization, *each.supporting)
    ]
    milestones = _milestones(say, organization)
    supports, steps = language.implementation.supported, say.card_label("milestones")
    return Document(
        kind="institution",
        language=language,
        locale=say.tag,
        title=say.text(known.name),
        fields=tuple(_fields(say, organization)),
        sections=(
            listed("commitments", words.commitments, (_commitment(say, each) for each in led)),
            listed("supported", supports, (_commitment(say, each) for each in supported)),
            listed("milestones", steps, (_milestone(say, *each) for each in milestones)),
            listed("people", words.people, _people(say, organization)),
            listed("schedule", words.schedule, _slots(say, organization)),
        ),
        facts={
            "kind": "institution",
            "id": organization,
            "name": known.name,
            "sector": known.sector,
            "part_of": known.part_of,
            "commitments": led,
            "supported": supported,
            "milestones": [{"commitment": of.id, "id": each.id} for of, each in milestones],
        },
    )


def _is_of(say: Wording, organization: str, *others: str | None) -> bool:
    return any(say.plan.institutions.related(organization, each or "") for each in others)


def _fields(say: Wording, organization: str) -> Iterator[Field]:
    words, known = say.terminal, say.plan.organizations[organization]
    yield say.field(words.sector, say.sector(known.sector))
    if known.part_of:
        yield say.field(words.part_of, say.institution(known.part_of))
    for each in say.plan.organizations.values():
        if each.part_of == organization:
            yield say.field(words.has_part, say.text(each.name))


def _commitment(say: Wording, commitment: str) -> RichText:
    status = say.terminal.statuses[say.plan.commitments[commitment].status]
    return say.named(commitment) + say.literal(f" – {status}")


def _milestones(say: Wording, organization: str) -> list[tuple[Adopted, Milestone]]:
    """Return the milestones that an institution is responsible for, with their commitments."""
    return [
        (commitment, each)
        for commitment in say.plan.adopted.values()
        for each in standing_milestones(commitment)
        if _is_of(say, organization, *each.by)
    ]


def _milestone(say: Wording, commitment: Adopted, milestone: Milestone) -> RichText:
    """Name a milestone, with its commitment and what was last reported of it."""
    number = say.code(f"{commitment.id} {milestone.id}")
    named = say.fill("{number}. {title}", number=number, title=say.text(milestone.title))
    completion = milestones_of(say.plan, commitment).get(milestone.id)
    if completion is None:
        return named
    return named + say.literal(f" – {say.language.implementation.completions[completion]}")


def _people(say: Wording, organization: str) -> tuple[RichText, ...]:
    """List the participants, each once, with the ids of the meetings."""
    meetings: dict[RichText, dict[str, None]] = {}
    for meeting in say.plan.meetings.values():
        for person in meeting.participants:
            if person.name and _is_of(say, organization, person.organization):
                meetings.setdefault(say.person(person), {})[say.code(meeting.id)] = None
    return tuple(
        person + say.literal(f" – {say.language.enumerate(list(ids))}")
        for person, ids in meetings.items()
    )


def _slots(say: Wording, organization: str) -> tuple[RichText, ...]:
    slots = sorted(say.plan.slots.values(), key=lambda life: life.slot.at)
    return tuple(
        say.slot(life) + say.literal(f" – {say.numbers(life.slot.commitments)}")
        for life in slots
        if any(_is_of(say, organization, each) for each in life.slot.organizations)
    )
