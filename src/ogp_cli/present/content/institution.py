"""An institution in full: its commitments, milestones, people and slots."""

from collections.abc import Iterable, Iterator, Set

from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText, toned
from ogp_cli.models.card import Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.plan import Plan
from ogp_cli.present.content.document import Document, Field, Section, listed
from ogp_cli.present.content.schedule import slots
from ogp_cli.present.content.table import Column, Group, Row, Table
from ogp_cli.present.wording import Wording
from ogp_cli.process.implementation import (
    deadlines_of,
    milestones_of,
    progress,
    standing_milestones,
)
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
    supports, steps = say.rich("Supported commitments"), say.literal(say.card_label("milestones"))
    return Document(
        kind="institution",
        language=language,
        locale=say.tag,
        title=say.text(known.name),
        fields=tuple(_fields(say, organization)),
        sections=(
            listed("commitments", say.rich("Commitments"), map(say.with_status, led)),
            listed("supported", supports, map(say.with_status, supported)),
            Section("milestones", steps, _milestones_table(say, milestones)),
            listed("people", say.rich("People"), _people(say, organization)),
            listed("schedule", say.rich("Coordination meetings"), _slots(say, one)),
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


def _milestones_table(
    say: Wording, found: Iterable[tuple[Adopted, Milestone]]
) -> tuple[Table, ...]:
    """Return the milestones with their commitments, when they are due, and how far they are."""
    rows = [_row(say, *each) for each in found]
    columns = (
        Column("milestone", say.literal(say.card_label("milestones")), least=20),
        Column("due", say.rich("Due"), least=10),
        Column("completion", say.rich("Reported completion"), least=10),
    )
    caption = columns[0].head
    return (Table(caption, columns, (Group(tuple(rows)),)),) if rows else ()


def _row(say: Wording, commitment: Adopted, milestone: Milestone) -> Row:
    """Return a milestone; one that is overdue on the day of the book is marked."""
    completion = milestones_of(say.plan, commitment).get(milestone.id)
    late = milestone.id in {each.milestone.id for each in progress(say.plan, commitment).overdue}
    date = deadlines_of(commitment).get(milestone.id)
    due = say.due(milestone) or say.literal(say.short_date(date))
    overdue = toned(say.literal(say.t("overdue")), "alert")
    return {
        "milestone": say.cell(say.milestone(commitment.id, milestone)),
        "due": say.cell(say.fill("{due} – {said}", due=due, said=overdue) if late else due),
        "completion": say.cell(say.rich(COMPLETION_WORDS[completion]) if completion else ""),
    }


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
