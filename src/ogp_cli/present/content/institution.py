"""An institution in full: its commitments, milestones, people and slots."""

from collections.abc import Iterator, Set

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.card import Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.plan import Plan
from ogp_cli.present.content.document import Document, Field, listed
from ogp_cli.present.content.schedule import slots
from ogp_cli.present.wording import Wording
from ogp_cli.process.implementation import milestones_of, standing_milestones
from ogp_cli.process.words import COMPLETION_WORDS


def institution(plan: Plan, organization: str, language: Language) -> Document:
    """Return everything that the book has on an institution, by its id, and on related ones.

    Related institutions are those that it is part of, and those that are part of it.
    """
    say = Wording(plan, language)
    known = plan.organizations[organization]
    one, adopted = {organization}, plan.adopted.items()
    concern = plan.institutions.concern
    led = [id_ for id_, each in plan.commitments.items() if concern(one, each.leads)]
    supported = [id_ for id_, each in adopted if concern(one, each.supporting)]
    milestones = _milestones(plan, one)
    supports, steps = say.t("Supported commitments"), say.card_label("milestones")
    return Document(
        kind="institution",
        language=language,
        locale=say.tag,
        title=say.text(known.name),
        fields=tuple(_fields(say, organization)),
        sections=(
            listed("commitments", say.t("Commitments"), map(say.with_status, led)),
            listed("supported", supports, map(say.with_status, supported)),
            listed("milestones", steps, (_milestone(say, *each) for each in milestones)),
            listed("people", say.t("People"), _people(say, organization)),
            listed("schedule", say.t("Coordination meetings"), _slots(say, one)),
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


def _fields(say: Wording, organization: str) -> Iterator[Field]:
    known = say.plan.organizations[organization]
    yield say.field(say.t("Sector"), say.sector(known.sector))
    if known.part_of:
        yield say.field(say.t("Part of"), say.institution(known.part_of))
    for each in say.plan.organizations.values():
        if each.part_of == organization:
            yield say.field(say.t("Includes"), say.text(each.name))


def _milestones(plan: Plan, one: Set[str]) -> list[tuple[Adopted, Milestone]]:
    """Return the milestones that an institution is responsible for, with their commitments."""
    return [
        (commitment, each)
        for commitment in plan.adopted.values()
        for each in standing_milestones(plan, commitment)
        if plan.institutions.concern(one, each.by)
    ]


def _milestone(say: Wording, commitment: Adopted, milestone: Milestone) -> RichText:
    """Name a milestone, with its commitment and what was last reported of it."""
    number = say.code(f"{commitment.id} {milestone.id}")
    named = say.fill("{number}. {title}", number=number, title=say.text(milestone.title))
    completion = milestones_of(say.plan, commitment).get(milestone.id)
    if completion is None:
        return named
    return named + say.literal(f" – {say.t(COMPLETION_WORDS[completion])}")


def _people(say: Wording, organization: str) -> Iterator[RichText]:
    """List the participants, each once, with the ids of the meetings."""
    meetings: dict[RichText, dict[str, None]] = {}
    for meeting in say.plan.meetings.values():
        for person in meeting.participants:
            if person.name and say.plan.institutions.related(organization, person.organization):
                meetings.setdefault(say.person(person), {})[say.code(meeting.id)] = None
    for named, ids in meetings.items():
        yield named + say.literal(f" – {say.language.enumerate(list(ids))}")


def _slots(say: Wording, one: Set[str]) -> Iterator[RichText]:
    for life in slots(say.plan, one):
        yield say.slot(life) + say.literal(f" – {say.numbers(life.slot.commitments)}")
