"""From a meeting to its minutes: the sections and their content.

The order and the wording follow the report of 21 March 2024.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from ogp_cli.lang.catalogue import C_, N_
from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.base import facts
from ogp_cli.models.history import DecisionStep
from ogp_cli.models.meeting import Meeting, Participant
from ogp_cli.plan import Plan, moment_of
from ogp_cli.present.content.document import (
    Block,
    Document,
    Field,
    Grid,
    GridCell,
    GridColumn,
    GridRow,
    Heading,
    Items,
    Paragraph,
    Section,
    grid,
)
from ogp_cli.present.decisions import decisions
from ogp_cli.present.labels import PRESENTED
from ogp_cli.present.wording import Wording
from ogp_cli.process.as_of import as_of
from ogp_cli.process.heard import Row, heard_at
from ogp_cli.process.vocabulary import EFFECTS, StepOrder

_AFTER = " \N{NO-BREAK SPACE}:"  # what a caption does not have after its heading
_SCHEDULED = N_("The coordination meetings are scheduled as follows:")


def minutes(
    plan: Plan, meeting: Meeting, language: Language, *, is_draft: bool = False
) -> Document:
    """Return the minutes of a meeting in a language. The title marks a draft."""
    say = Wording(as_of(plan, moment_of(meeting)), language)
    draft = say.literal(f"{say.t('Draft')} – ") if is_draft else ()
    return Document(
        kind="minutes",
        language=language,
        locale=say.tag,
        letterhead=tuple(map(say.text, say.plan.info.letterhead)),
        title=draft + say.minutes_title(meeting),
        day=meeting.date,
        fields=tuple(_fields(say, meeting)),
        sections=tuple(_sections(say, meeting)),
        facts={"kind": "meeting", **facts(meeting)},
    )


def _fields(say: Wording, meeting: Meeting) -> list[Field]:
    date = say.t("Date of the meeting") if meeting.has_minutes else say.t("Date")
    return say.fields(
        (date, say.days(meeting)),
        (say.t("Place of the meeting"), say.venue(meeting.place) if meeting.place else None),
        (say.t("Institution concerned"), say.institution(*meeting.organizations)),
        (say.t("Reference"), say.text(meeting.reference)),
    )


def _sections(say: Wording, meeting: Meeting) -> Iterator[Section]:
    """Yield every section that a template may name, the empty ones too."""
    yield Section("participants", say.t("Participants"), _participants(say, meeting))
    yield Section("agenda", say.t("Agenda"), _items(map(say.text, meeting.agenda)))
    topics, progress = _topics(say, meeting), _progress(say, meeting)
    yield Section("discussed", say.t("Points discussed"), topics)
    yield Section("progress", "" if topics else say.t("Points discussed"), progress)
    apart = (each for each in meeting.decisions if not _is_in_table(meeting, each.step))
    decided = _items(chain.from_iterable(decisions(say, each) for each in apart))
    yield Section("decisions", say.t(C_("minutes", "Decisions")), decided)
    yield Section("agreed", say.t(C_("minutes", "Points agreed")), _agreed(say, meeting))
    yield Section("schedule", "", _schedule(say, meeting))
    papers = _items(map(say.evidence, meeting.documents))
    yield Section("documents", say.t("Documents"), papers)
    yield Section("signatures", say.t("Signatures"), _signatures(say))


def _participants(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return who chaired the meeting, who took part, who did not, and who took the minutes."""
    blocks: list[Block] = []
    if meeting.chair:
        chair = say.rich("Chair: {person}", person=say.participant(meeting.chair))
        blocks.append(Paragraph(chair))
    blocks += _people(say, meeting.participants)
    if meeting.attendance:
        blocks.append(Paragraph(say.attendance(meeting.attendance)))
    away = ((say.t("Apologies:"), meeting.apologies), (say.t("Absent:"), meeting.absent))
    for heading, people in away:
        if people:
            blocks.append(Paragraph(say.literal(heading)))
            blocks += _people(say, people)
    if meeting.minutes_by:
        by = say.rich("Minutes taken by: {person}", person=say.participant(meeting.minutes_by))
        blocks.append(Paragraph(by))
    return tuple(blocks)


def _people(say: Wording, people: Sequence[Participant]) -> tuple[Block, ...]:
    said = [say.participant(person) for person in people]
    ends = [say.language.semicolon] * (len(said) - 1) + ["."]
    return _items(person + say.literal(end) for person, end in zip(said, ends, strict=False))


def _topics(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if meeting.presented:
        blocks.append(Paragraph(say.rich(PRESENTED, period=say.half_year(meeting.presented))))
    for topic in meeting.discussed:
        blocks += [Heading(say.text(topic.topic)), *_items(map(say.text, topic.points))]
    return tuple(blocks)


def _agreed(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return the points agreed; the last one introduces the schedule."""
    intro = [say.literal(say.t(_SCHEDULED))] if meeting.schedule else []
    return _items([*map(say.point, meeting.agreed), *intro], keep=bool(intro))


def _is_in_table(meeting: Meeting, step: DecisionStep | None) -> bool:
    """Whether the table of the progress shows a decision: one on the drafting, as in 2024.

    The report of 2024 went through all commitments.
    """
    is_of_drafting = step is not None and EFFECTS[step].order < StepOrder.PLANS
    return is_of_drafting and meeting.reviewed == "all"


def _items(texts: Iterable[RichText], *, keep: bool = False) -> tuple[Block, ...]:
    """Return a list, a paragraph for a single item, and nothing for none."""
    items = tuple(texts)
    if len(items) == 1:
        return (Paragraph(items[0], keep),)
    return (Items(items, keep),) if items else ()


def _progress(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    rows = []
    for commitment, steps in heard_at(say.plan, meeting):
        shown = [
            each
            for each in steps
            if not each.decided or _is_in_table(meeting, each.decided.decision.step)
        ]
        if shown or not steps:
            rows.append((commitment, shown))
    if not any(shown for _, shown in rows):
        return ()
    progress = say.t("Progress of the joint drafting")
    table = Grid(
        caption=progress,
        columns=(GridColumn(say.t("Proposed commitments"), (7, 36)), GridColumn(progress, (57,))),
        groups=tuple(_progress_group(say, group) for group in _groups(rows)),
    )
    intro = say.t("The following table sums up what was done:")
    return Paragraph(say.literal(intro), keep=True), table


def _progress_group(say: Wording, group: list[Row]) -> tuple[GridRow, ...]:
    sentences = tuple(say.step(group[0][0], entry) for entry in group[0][1])
    shared = GridCell(sentences, bullets=True, rows=len(group))
    names = []
    for each, _ in group:
        number = say.literal(say.label(each.number)) if each.number else ()
        names.append((GridCell((number,), header=True), GridCell((say.title(each),))))
    return ((*names[0], shared), *names[1:])


def _groups(rows: list[Row]) -> Iterator[list[Row]]:
    """Group the neighbouring commitments of a merge that have the same steps.

    In the source, 10 to 13 share a cell; 23, 24 and 27 do not, because 25 and 26 are between them.
    """

    def merge_and_steps(row: Row) -> tuple[object, list[object]]:
        into = getattr(row[0], "merged_into", None)
        return into, [(each.step, each.heard, each.decided) for each in row[1]]

    for (target, _), run in groupby(rows, merge_and_steps):
        group = list(run)
        if target and len(group) == sum(merge_and_steps(row)[0] == target for row in rows):
            yield group
        else:
            yield from ([row] for row in group)


def _schedule(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    if not meeting.schedule:
        return ()
    rows = (
        (
            GridCell(say.institutions(slot.organizations), header=True),
            GridCell(tuple(map(say.literal, say.moment(slot.at)))),
            GridCell(say.attendees(slot), bullets=True),
        )
        for slot in meeting.schedule
    )
    columns = {
        say.t("Institution concerned"): (30,),
        say.t("Date"): (25,),
        say.t("Expected participants"): (45,),
    }
    return (grid(say.t(_SCHEDULED).rstrip(_AFTER), columns, rows),)


def _signatures(say: Wording) -> tuple[Block, ...]:
    """Return a row for each person who signs, with room for the signature."""
    signatories = say.plan.info.signatories
    if not signatories:
        return ()
    room = GridCell(((), (), ()))
    rows = (
        (GridCell((say.text(each.role),), header=True), GridCell((say.person(each),)), room)
        for each in signatories
    )
    columns = {say.t("Function"): (35,), say.t("Name"): (30,), say.t("Signature"): (35,)}
    return (grid(say.t("Signatures").rstrip(_AFTER), columns, rows),)
