"""The card of a commitment of the plan: its texts, milestones, reports, and what the IRM found."""

from collections.abc import Iterator

from ogp_cli.lang.rich_text import RichText, linked
from ogp_cli.models.card import Completion, IrmCoding, Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.report import Reported, Said
from ogp_cli.present.content.document import (
    Field,
    Paragraph,
    Section,
    listed,
)
from ogp_cli.present.content.table import Column, Group, Row, Table
from ogp_cli.present.labels import (
    COMPLETION_TONES,
    IRM,
    IRM_LABELS,
    IRM_WORDS,
    MILESTONE,
    PRESENTED,
    VALUES,
)
from ogp_cli.present.wording import Wording
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import milestones_of, progress, reports_on
from ogp_cli.process.ledger import Line, ValueChange
from ogp_cli.process.words import COMPLETION_WORDS


def card_fields(say: Wording, commitment: Adopted) -> list[Field]:
    """Return what stands at the head of a card: the axis, who supports it, how far it is."""
    known = progress(say.plan, commitment)
    following, completion = known.next, ""
    if known.completion:
        completion = f"{say.t(COMPLETION_WORDS[known.completion])} ({say.code(known.period)})"
    areas = [say.within(each) for each in commitment.policy_areas]
    due = following and f"{say.date(following.date)} ({say.code(following.milestone.id)})"
    overdue = [say.code(each.milestone.id) for each in known.overdue]
    return say.fields(
        (_label(say, commitment, "axis"), say.axis(commitment.axis)),
        (_label(say, commitment, "supporting"), say.institution(*commitment.supporting)),
        (_label(say, commitment, "policy_areas"), say.language.enumerate(areas)),
        ("OGP", commitment.ogp and say.code(commitment.ogp)),
        (say.t("Reported completion"), completion),
        (say.t("Stated by the institution"), say.text(known.stated)),
        (
            say.t("Milestones complete"),
            say.code(f"{known.done}/{known.all_}") if known.all_ else None,
        ),
        (say.t("Next due"), due),
        (say.t("Overdue"), say.language.enumerate(overdue)),
    )


def card_sections(say: Wording, commitment: Adopted) -> Iterator[Section]:
    """Yield the sections of a card: texts, milestones, reports from the last one back, the IRM."""
    for key in ("problem", "so_far", "solution", "results"):
        if text := getattr(commitment, key):
            yield Section(
                key, say.literal(_label(say, commitment, key)), (Paragraph(say.text(text)),)
            )
    values = ((label, getattr(commitment.values, key, None)) for key, label in VALUES.items())
    said = say.labelled(*((say.t(label), say.text(text)) for label, text in values))
    yield listed("values", say.literal(_label(say, commitment, "values")), said)
    if commitment.milestones:
        heading = say.literal(say.card_label("milestones"))
        changes = listed("", (), _changes(say, commitment)).blocks
        yield Section("milestones", heading, (_milestones(say, commitment, heading), *changes))
    for period, reported in reversed([*reports_on(say.plan, commitment).items()]):
        heading = say.rich("Report of the {period}", period=say.half_year(period))
        yield listed("report", heading, _reported(say, period, reported))
    for coding in commitment.irm:
        report = linked(say.literal(coding.report), coding.link)
        heading = say.fill("{irm} – {report}", irm=say.t(IRM), report=report)
        yield listed("irm", heading, _irm(say, coding))


def _label(say: Wording, commitment: Adopted, key: str) -> str:
    return say.since(commitment.id, key, say.card_label(key))


def _milestones(say: Wording, commitment: Adopted, caption: RichText) -> Table:
    """Return the table of the milestones, each with what was last reported of it."""
    known = milestones_of(say.plan, commitment)
    columns = (
        Column("id", caption),
        Column("title", least=20),
        Column("output", say.rich("Output"), least=12),
        Column("start", say.rich("Start"), least=10),
        Column("due", say.rich("Due"), least=10),
        Column("by", say.rich("Responsible"), least=12),
        Column("completion", say.rich("Reported completion"), least=10),
    )
    rows = tuple(_milestone(say, each, known.get(each.id)) for each in commitment.milestones)
    return Table(caption, columns, (Group(rows),))


def _milestone(say: Wording, milestone: Milestone, completion: Completion | None) -> Row:
    brief = say.named_institutions(milestone.by, is_brief=True)
    tone = COMPLETION_TONES.get(completion, "")
    word = say.rich(COMPLETION_WORDS[completion]) if completion else ""
    return {
        "id": say.cell(say.code(milestone.id))._replace(header=True),
        "title": say.cell(say.text(milestone.title)),
        "output": say.cell(say.text(milestone.output)),
        "start": say.cell(say.short_date(milestone.start)),
        "due": say.cell(say.due(milestone)),
        "by": say.cell(say.institution(*milestone.by))._replace(brief=brief),
        "completion": say.cell(word, tone=tone),
    }


def _changes(say: Wording, commitment: Adopted) -> Iterator[RichText]:
    """Yield which milestones were added, moved and dropped, each with its meeting."""
    story = expected(say.plan).story(commitment.id)
    changes = [(line, change) for line in story for change in line.changes]
    for milestone in commitment.milestones:
        number = say.literal(say.after_label(say.code(milestone.id), ""))
        of = (each for each in changes if each[1].milestone == milestone.id)
        yield from (number + _changed(say, *each) for each in of)


def _changed(say: Wording, line: Line, change: ValueChange) -> RichText:
    meeting = say.code(line.meeting.id)
    if change.before is None and change.key == "milestones":
        return say.rich("added by the meeting of {meeting}", meeting=meeting)
    if change.after is None:
        return say.rich("dropped by the meeting of {meeting}", meeting=meeting)
    reason = getattr(line.decided and line.decided.decision, "reason", None)
    because = say.fill(" – {reason}", reason=say.text(reason)) if reason else ()
    if change.key == "due":
        date = say.short_date(change.before) or "–"
        said = say.rich("moved from {date} by the meeting of {meeting}", date=date, meeting=meeting)
        return said + because
    key = say.t(MILESTONE[change.key])
    return say.rich("{key} changed by the meeting of {meeting}", key=key, meeting=meeting) + because


def _reported(say: Wording, period: str, reported: Reported) -> list[RichText]:
    completion, milestones = reported.completion, say.completions(reported)
    meeting = expected(say.plan).presented.get(period)
    presented = meeting.date if meeting else None
    details = (
        say.rich("Milestone {id}", id=say.code(id_)) + say.literal(" – ") + line
        for id_, each in reported.details.items()
        for line in say.labelled(*_stated(say, each), *_shown(say, each))
    )
    return [
        *say.labelled(
            (say.t("Reported on"), say.day(reported.reported)),
            (say.t("Reported completion"), completion and say.t(COMPLETION_WORDS[completion])),
            *_stated(say, reported),
            (say.card_label("milestones"), milestones),
            *_shown(say, reported),
        ),
        *details,
        *say.labelled((say.t(PRESENTED, period=say.half_year(period)), say.day(presented))),
    ]


def _stated(say: Wording, said: Said) -> list[tuple[str, str | RichText]]:
    """Return how far the institution says that something is, in its own words."""
    percentage = "" if said.percentage is None else say.t("{n} %", n=said.percentage)
    return [
        (say.t("Stated by the institution"), say.text(said.stated)),
        (say.t("Percentage stated by the institution"), percentage),
    ]


def _shown(say: Wording, said: Said) -> list[tuple[str, RichText]]:
    """Return what was done, what stood in the way, and what shows it."""
    return [
        *((say.t("Done"), say.text(done)) for done in said.done),
        (say.t("Challenges"), say.text(said.challenges)),
        *((say.t("Evidence"), say.evidence(document)) for document in said.evidence),
    ]


def _irm(say: Wording, coding: IrmCoding) -> list[RichText]:
    """Return what the IRM found, in its own words."""
    found = []
    for key, label in IRM_LABELS.items():
        if (value := getattr(coding, key)) is not None:
            words = {**IRM_WORDS, **COMPLETION_WORDS} if key == "completion" else IRM_WORDS
            found.append((say.t(label), say.t(words[str(value).lower()])))
    return say.labelled(*found, (say.t("Date"), say.day(coding.date)))
