"""From a meeting to its minutes: the sections and their content.

The order and the wording follow the report of 21 March 2024.
"""

from collections.abc import Iterable, Iterator, Sequence

from ogp_cli.lang.catalogue import C_, N_
from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText, toned
from ogp_cli.models.base import facts
from ogp_cli.models.decision import Correction
from ogp_cli.models.meeting import Agreed, Meeting, Participant
from ogp_cli.plan import Plan, moment_of
from ogp_cli.present.content.document import (
    Block,
    Document,
    Heading,
    Items,
    NumberedItem,
    NumberedItems,
    Paragraph,
    Section,
    Signatures,
    Signer,
)
from ogp_cli.present.content.minutes_tables import (
    SCHEDULED,
    progress_of,
    results,
    schedule,
    tasks_table,
)
from ogp_cli.present.decisions import decisions
from ogp_cli.present.wording import Wording
from ogp_cli.process.approval import on_minutes
from ogp_cli.process.as_of import as_of


def minutes(
    plan: Plan, meeting: Meeting, language: Language, *, is_draft: bool = False
) -> Document:
    """Return the minutes of a meeting in a language, or the invitation to one that is planned.

    The title marks a draft: it is printed on each page.
    """
    say = Wording(as_of(plan, moment_of(meeting)), language)
    draft = toned(say.literal(f"{say.t('Draft')} – "), "alert") if is_draft else ()
    return Document(
        kind="minutes",
        language=language,
        locale=say.tag,
        letterhead=tuple(map(say.text, say.plan.info.letterhead)),
        title=draft + say.minutes_title(meeting),
        subtitle=say.text(say.plan.info.title),
        day=meeting.date,
        date=say.day(meeting.date),
        fields=tuple(say.fields(*_fields(say, meeting), *_later(say, plan, meeting))),
        dateline=_dateline(say, meeting),
        sections=tuple(_sections(say, meeting)),
        facts={"kind": "meeting", **facts(meeting)},
    )


def _fields(say: Wording, meeting: Meeting) -> Iterator[tuple[str, RichText]]:
    """Yield when and where the meeting was, whom it concerned, and who kept it in order."""
    date = say.t("Date of the meeting") if meeting.has_minutes else say.t("Date")
    yield date, say.literal(say.days(meeting))
    yield say.t("Place of the meeting"), say.venue(meeting.place) if meeting.place else ()
    yield say.t("Institution concerned"), say.institution(*meeting.organizations)
    yield say.t("Reference"), say.text(meeting.reference)
    people = ((say.t("Chair"), meeting.chair), (say.t("Minutes taken by"), meeting.minutes_by))
    for label, person in people:
        yield label, say.participant(person) if person else ()


def _later(say: Wording, plan: Plan, meeting: Meeting) -> Iterator[tuple[str, RichText]]:
    """Yield at which meetings the minutes were approved, and what was corrected in them."""
    for each in on_minutes(plan.book or plan):
        if each.wrong or each.minutes.id != meeting.id:
            continue
        note = say.t("at the meeting of {day}", day=say.day(each.meeting.date))
        if isinstance(each.decision, Correction):
            text = say.text(each.decision.text)
            yield say.t("Correction"), say.fill("{text} ({note})", text=text, note=note)
        else:
            yield say.t("Approval"), say.literal(note)


def _dateline(say: Wording, meeting: Meeting) -> RichText:
    """Return where and when an invitation was written, as above a letter."""
    drawn = meeting.drawn_up
    if meeting.is_held or not drawn:
        return ()
    return say.rich("{town}, {day}", town=say.text(drawn.town), day=say.short_day(drawn.date))


def _sections(say: Wording, meeting: Meeting) -> Iterator[Section]:
    """Yield every section that a template may name, the empty ones too."""
    there = say.rich("Participants") if meeting.is_held else say.rich("Invited")
    yield Section("participants", there, _participants(say, meeting))
    yield Section("agenda", say.rich("Agenda"), _numbered(say, map(say.text, meeting.agenda)))
    about = map(say.called, meeting.coordinated_commitments)
    yield Section("commitments", say.rich("Commitments concerned"), _items(about))
    topics, progress = _topics(say, meeting), progress_of(say, meeting)
    yield Section("discussed", say.rich("Points discussed"), topics)
    yield Section("progress", () if topics else say.rich("Points discussed"), progress)
    yield results(say, meeting)
    yield Section("decisions", say.rich(C_("minutes", "Decisions")), _decisions(say, meeting))
    yield Section("agreed", say.rich(C_("minutes", "Points agreed")), _agreed(say, meeting))
    yield Section("schedule", (), schedule(say, meeting))
    papers = _numbered(say, map(say.evidence, meeting.documents))
    yield Section("documents", say.rich("Documents"), papers)
    yield Section("closing", say.rich("Closing"), tuple(_closing(say, meeting)))
    yield Section("signatures", say.rich("Signatures"), _signatures(say, meeting))


def _participants(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return who took part, and who did not."""
    blocks = [*_people(say, meeting.participants)]
    if meeting.attendance:
        blocks.append(Paragraph(say.attendance(meeting.attendance)))
    away = ((say.t("Apologies:"), meeting.apologies), (say.t("Absent:"), meeting.absent))
    for heading, people in away:
        if people:
            blocks.append(Paragraph(say.literal(heading), keep=True))
            blocks += _people(say, people)
    return tuple(blocks)


def _people(say: Wording, people: Sequence[Participant]) -> tuple[Block, ...]:
    said = [say.participant(person) for person in people]
    ends = [say.language.semicolon] * (len(said) - 1) + ["."]
    return _items(person + say.literal(end) for person, end in zip(said, ends, strict=False))


def _topics(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for topic in meeting.discussed:
        blocks += [Heading(say.text(topic.topic)), *_items(map(say.text, topic.points))]
    return tuple(blocks)


def _decisions(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return the decisions by their numbers; the reasons that are missing are named once."""
    said = [each for decision in meeting.decisions for each in decisions(say, decision)]
    if not said:
        return ()
    items = tuple(
        NumberedItem(say.literal(say.t("Decision {n}", n=number)), each.text, each.changes)
        for number, each in enumerate(said, 1)
    )
    without = [str(number) for number, each in enumerate(said, 1) if each.owes_reason]
    if not without:
        return (NumberedItems(items),)
    note = say.plural(
        "No reason was given for decision {numbers}.",
        "No reason was given for decisions {numbers}.",
        len(without),
        numbers=say.language.enumerate(without),
    )
    return NumberedItems(items), Paragraph(say.literal(note))


def _agreed(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return the points agreed, and who is to do what; the last one introduces the schedule."""
    tasks = [each for each in meeting.agreed if isinstance(each, Agreed) and (each.by or each.due)]
    points = (say.point(each) for each in meeting.agreed if each not in tasks)
    intro = [say.literal(say.t(SCHEDULED))] if meeting.schedule else []
    if not tasks:
        return _items([*points, *intro], keep=bool(intro))
    return *_items(points), tasks_table(say, tasks), *_items(intro, keep=True)


def _closing(say: Wording, meeting: Meeting) -> Iterator[Paragraph]:
    """Yield when the next meeting is, when this one ended, and where its minutes were drawn up."""
    if not meeting.is_held:
        return
    if meeting.next:
        yield Paragraph(say.rich("Next meeting: {day}.", day=say.day(meeting.next)))
    if meeting.end:
        closed = N_("There being no other business, the meeting was closed at {hour}.")
        yield Paragraph(say.rich(closed, hour=say.language.clock(meeting.end)))
    if drawn := meeting.drawn_up:
        done = N_("Done at {town}, {day}.")
        town, day = say.text(drawn.town), say.short_day(drawn.date)
        yield Paragraph(say.rich(done, town=town, day=day))


def _items(texts: Iterable[RichText], *, keep: bool = False) -> tuple[Block, ...]:
    """Return a list, a paragraph for a single item, and nothing for none."""
    items = tuple(texts)
    if len(items) == 1:
        return (Paragraph(items[0], keep),)
    return (Items(items, keep),) if items else ()


def _numbered(say: Wording, texts: Iterable[RichText]) -> tuple[Block, ...]:
    """Return a list with numbers, a paragraph for a single item, and nothing for none."""
    items = tuple(texts)
    if len(items) < 2:  # noqa: PLR2004 - one alone needs no number
        return _items(items)
    numbered = (
        NumberedItem(say.literal(f"{number}."), each) for number, each in enumerate(items, 1)
    )
    return (NumberedItems(tuple(numbered)),)


def _signatures(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return room for each person who signs; those of the committee sign for the committee."""
    if not meeting.is_held:
        return ()
    if meeting.kind == "coordination":
        people = ((say.t("Chair"), meeting.chair), (say.t("Minutes taken by"), meeting.minutes_by))
        signers = [Signer(say.literal(role), say.person(each)) for role, each in people if each]
    else:
        signers = [
            Signer(say.text(each.role), say.person(each)) for each in say.plan.info.signatories
        ]
    return (Signatures(tuple(signers), say.rich("Signature and stamp")),) if signers else ()
