"""From a meeting to its minutes: which sections there are, and what stands in them.

The order and the wording follow the report of 21 March 2024.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ogp_cli.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Field,
    Heading,
    Items,
    Paragraph,
    Section,
    Table,
)
from ogp_cli.documents.speech import Speech
from ogp_cli.lang.language import Language
from ogp_cli.lang.phrase import Phrase
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan
from ogp_cli.process.heard import Heard, heard_at


def minutes(
    plan: Plan, meeting: Meeting, language: Language, *, is_draft: bool = False
) -> Document:
    """Return the minutes of a meeting in a language, without the sections that would be empty.

    Those of a draft say so in their title.
    """
    say = Speech(plan, language)
    draft = say.literal(f"{say.words.draft} – ") if is_draft else ()
    sections = (
        _participants(say, meeting),
        _agenda(say, meeting),
        _discussed(say, plan, meeting),
        _agreed(say, meeting),
    )
    return Document(
        language=language.code,
        locale=say.tag,
        direction=language.direction,
        title=draft + say.title(meeting),
        day=meeting.date,
        page=say.words.page,
        fields=tuple(_fields(say, meeting)),
        sections=tuple(section for section in sections if section.blocks),
    )


def _fields(say: Speech, meeting: Meeting) -> Iterator[Field]:
    yield Field(say.words.date + say.words.label, say.literal(say.day(meeting.date)))
    if meeting.place:
        yield Field(say.words.place + say.words.label, say.place(meeting.place))


def _participants(say: Speech, meeting: Meeting) -> Section:
    people = [say.participant(person) for person in meeting.participants]
    ends = [say.words.item_end] * (len(people) - 1) + [say.words.last_item_end]
    lines = (person + say.literal(end) for person, end in zip(people, ends, strict=False))
    return _section(say.words.participants, [_items(lines)])


def _agenda(say: Speech, meeting: Meeting) -> Section:
    return _section(say.words.agenda, [_items(map(say.text, meeting.agenda))])


def _discussed(say: Speech, plan: Plan, meeting: Meeting) -> Section:
    blocks: list[Block | None] = []
    for topic in meeting.discussed:
        blocks += [Heading(say.text(topic.topic)), _items(map(say.text, topic.points))]
    rows = heard_at(plan, meeting)
    if rows:
        blocks += [Paragraph(say.literal(say.words.progress_intro)), _progress(say, rows)]
    return _section(say.words.discussed, blocks)


def _agreed(say: Speech, meeting: Meeting) -> Section:
    points = [say.text(point) for point in meeting.agreed]
    if not meeting.schedule:
        return _section(say.words.agreed, [_items(points)])
    points.append(say.literal(say.words.schedule_intro))
    return _section(say.words.agreed, [_items(points), _schedule(say, meeting)])


def _section(heading: str, blocks: Iterable[Block | None]) -> Section:
    return Section(heading, tuple(block for block in blocks if block))


def _items(phrases: Iterable[Phrase]) -> Block | None:
    """Return a list, for a single item a paragraph, and for none nothing."""
    items = tuple(phrases)
    if len(items) == 1:
        return Paragraph(items[0])
    return Items(items) if items else None


Reported = tuple[Commitment, list[Heard]]


def _progress(say: Speech, rows: list[Reported]) -> Table:
    words = say.words
    return Table(
        name="progress",
        caption=words.progress,
        columns=(Column(words.commitments, (7, 36)), Column(words.progress, (57,))),
        groups=tuple(_progress_group(say, group) for group in _groups(rows)),
    )


def _progress_group(say: Speech, group: list[Reported]) -> tuple[tuple[Cell, ...], ...]:
    commitment, entries = group[0]
    sentences = tuple(say.step(commitment, entry) for entry in entries)
    shared = Cell(sentences, bullets=True, rows=len(group))
    names = [_name(say, commitment) for commitment, _ in group]
    return ((*names[0], shared), *names[1:])


def _name(say: Speech, commitment: Commitment) -> tuple[Cell, Cell]:
    number = say.literal(str(commitment.number)) if commitment.number else ()
    return Cell((number,), header=True), Cell((say.commitment_title(commitment),))


def _groups(rows: list[Reported]) -> Iterator[list[Reported]]:
    """Put a merge's commitments into one group where they follow each other with the same steps.

    In the source 10 to 13 share a cell; 23, 24 and 27, which 25 and 26 divide, do not.
    """

    def merge_and_steps(row: Reported) -> tuple[str | None, list[Heard]]:
        return (row[0].merged_into, row[1])

    for (target, _), run in groupby(rows, merge_and_steps):
        group = list(run)
        if target and len(group) == sum(row[0].merged_into == target for row in rows):
            yield group
        else:
            yield from ([row] for row in group)


def _schedule(say: Speech, meeting: Meeting) -> Table:
    words = say.words
    rows = (
        (
            Cell(say.institutions(slot.organizations), header=True),
            Cell(tuple(map(say.literal, say.moment(slot.at)))),
            Cell(say.attendees(slot), bullets=True),
        )
        for slot in meeting.schedule
    )
    labels = (words.institution, words.when, words.attendees)
    widths = (30, 25, 45)
    return Table(
        name="schedule",
        caption=words.schedule_intro.rstrip(" :"),
        columns=tuple(Column(label, (width,)) for label, width in zip(labels, widths, strict=True)),
        groups=tuple((row,) for row in rows),
    )
