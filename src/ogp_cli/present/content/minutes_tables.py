"""The tables of the minutes: what was reported, who does what, which meetings come."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Agreed, Meeting, Slot
from ogp_cli.models.report import Reported
from ogp_cli.plan import moment_of
from ogp_cli.present.content.document import (
    Block,
    Items,
    Paragraph,
    Section,
)
from ogp_cli.present.content.table import Cell, Column, Group, Table, simple
from ogp_cli.present.labels import PRESENTED
from ogp_cli.present.sentences import IN_TABLE
from ogp_cli.present.wording import Wording
from ogp_cli.process.heard import Row, heard_at
from ogp_cli.process.implementation import to_report
from ogp_cli.process.ledger import Line
from ogp_cli.process.vocabulary import EFFECTS, StepOrder
from ogp_cli.process.words import COMPLETION_WORDS

SCHEDULED = N_("The coordination meetings are scheduled as follows:")
_AFTER = " \N{NO-BREAK SPACE}:"  # what a caption does not have after its heading


def progress_of(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return what was heard of each commitment, after a sentence that says so."""
    rows = []
    for commitment, steps in heard_at(say.plan, meeting):
        shown = [each for each in steps if _is_in_table(meeting, each)]
        if shown or not steps:
            rows.append((commitment, shown))
    if not any(shown for _, shown in rows):
        return ()
    progress = say.rich("Progress of the joint drafting")
    columns = (
        Column("number", say.rich("Proposed commitments")),
        Column("title", least=20),
        Column("progress", progress),
    )
    table = Table(progress, columns, tuple(_progress_group(say, each) for each in _groups(rows)))
    intro = say.t("The following table sums up what was done:")
    return Paragraph(say.literal(intro), keep=True), table


def _is_in_table(meeting: Meeting, line: Line) -> bool:
    """Whether the table of the progress shows a step: what was heard, and what was decided on it.

    The report of 2024, which went through all commitments, has the decisions on the drafting there
    too. A coordination meeting does not say of itself that it was held.
    """
    if not line.decided:
        return meeting.kind != "coordination" or line.step != "meeting-held"
    step = line.decided.decision.step
    is_of_drafting = step is not None and EFFECTS[step].order < StepOrder.PLANS
    return is_of_drafting and meeting.reviewed == "all"


def _progress_group(say: Wording, group: list[Row]) -> Group:
    sentences = tuple(say.step(group[0][0], entry, IN_TABLE) for entry in group[0][1])
    rows = [
        {
            "number": say.cell(_number(say, each))._replace(header=True),
            "title": Cell((say.title(each),)),
        }
        for each, _ in group
    ]
    rows[0]["progress"] = Cell(sentences, bullets=True, rows=len(group))
    return Group(tuple(rows))


def _number(say: Wording, commitment: Commitment) -> str:
    """Return the number of a commitment; of one that a merge made, those of its proposals."""
    members = () if commitment.number else getattr(commitment, "merged_from", ())
    return say.label(commitment.number) if commitment.number else say.numbers(members)


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


def results(say: Wording, meeting: Meeting) -> Section:
    """Return what was reported of each commitment for the half-year that was presented."""
    if not meeting.presented:
        return Section("results", (), ())
    heading = say.rich(PRESENTED, period=say.half_year(meeting.presented))
    report = say.plan.reports.get(meeting.presented)
    known = [say.plan.adopted[each] for each in to_report(say.plan, moment_of(meeting))]
    rows = (
        {
            "number": say.cell(say.label(each.number or each.id))._replace(header=True),
            "title": Cell((say.title(each),)),
            "completion": Cell((_completion(say, report.last(each.id) if report else None),)),
        }
        for each in known
    )
    columns = (
        Column("number", say.rich("Commitments of the plan")),
        Column("title", least=20),
        Column("completion", say.rich("Reported completion")),
    )
    return Section("results", heading, (simple(heading, columns, rows),))


def _completion(say: Wording, reported: Reported | None) -> RichText:
    """Return how far a commitment is: the word of the report, and the institution's own."""
    word = reported and reported.completion
    stated = say.text(reported.stated) if reported else ()
    if not word:
        return stated or say.literal(say.t("nothing was reported"))
    said = say.literal(say.t(COMPLETION_WORDS[word]))
    return say.fill("{word} ({stated})", word=said, stated=stated) if stated else said


def tasks_table(say: Wording, tasks: Iterable[Agreed]) -> Table:
    """Return who is to do what, and until when."""
    rows = (
        {
            "task": Cell((say.text(each.text),), header=True),
            "by": Cell(tuple(say.institution(name) for name in each.by)),
            "due": say.cell(say.date(each.due) if each.due else ""),
        }
        for each in tasks
    )
    columns = (
        Column("task", say.rich("Task"), least=20),
        Column("by", say.rich("Responsible"), least=12),
        Column("due", say.rich("Due"), least=12),
    )
    return simple(say.rich("Tasks"), columns, rows)


def schedule(say: Wording, meeting: Meeting) -> tuple[Block, ...]:
    """Return the table of the coordination meetings; who comes to all of them is said once."""
    slots = meeting.schedule
    if not slots:
        return ()
    common = [each for each in slots[0].attendees if all(each in slot.attendees for slot in slots)]
    shared = common if len(slots) > 1 else []
    rows = (
        {
            "who": Cell(say.institutions(slot.organizations), header=True),
            "at": Cell(_when(say, slot)),
            "attendees": Cell(
                (
                    say.literal(say.heads(slot)),
                    *say.groups(each for each in slot.attendees if each not in shared),
                ),
                bullets=True,
            ),
        }
        for slot in slots
    )
    columns = (
        Column("who", say.rich("Institution concerned"), least=16),
        Column("at", say.rich("Date"), least=12),
        Column("attendees", say.rich("Expected participants")),
    )
    table = simple(say.literal(say.t(SCHEDULED).rstrip(_AFTER)), columns, rows)
    if not shared:
        return (table,)
    intro = say.t("Besides those in the table, these are expected at each meeting:")
    return table, Paragraph(say.literal(intro), keep=True), Items(say.groups(shared))


def _when(say: Wording, slot: Slot) -> tuple[RichText, ...]:
    """Return the day of a slot, its hours, and its place if it has one."""
    end = f"{slot.end:%H:%M}" if slot.end else None
    lines = (say.day(slot.at.date()), say.hour(f"{slot.at:%H:%M}", end))
    place = (say.venue(slot.place),) if slot.place else ()
    return (*map(say.literal, lines), *place)
