"""The card of a commitment of the plan: its texts, milestones, reports, and what the IRM found."""

from collections.abc import Iterator

from ogp_cli.lang.rich_text import RichText
from ogp_cli.models.card import IrmCoding, Milestone
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.report import Reported
from ogp_cli.present.content.document import (
    Block,
    Cell,
    Column,
    Field,
    Grid,
    Items,
    Paragraph,
    Section,
)
from ogp_cli.present.wording import Wording
from ogp_cli.process.implementation import milestones_of, progress, reports_on

_TEXTS = ("problem", "so_far", "solution", "results")


def card_fields(say: Wording, of: Commitment) -> Iterator[Field]:
    """Yield what stands at the head of a card: the axis, who supports it, how far it is."""
    words, known = say.language.implementation, progress(say.plan, of)
    if of.axis:
        yield say.field(say.card_label("axis"), say.literal(say.axis(of.axis)))
    if of.supporting:
        yield say.field(say.card_label("supporting"), say.institution(*of.supporting))
    if of.policy_areas:
        areas = say.language.enumerate([say.within(each) for each in of.policy_areas])
        yield say.field(say.card_label("policy_areas"), say.literal(areas))
    if of.ogp:
        yield say.field("OGP", say.literal(say.code(of.ogp)))
    if known.completion:
        said = f"{words.completions[known.completion]} ({say.code(known.period)})"
        yield say.field(words.completion, say.literal(said))
    if known.all_:
        done = say.code(f"{known.done}/{known.all_}")
        yield say.field(words.done, say.literal(done))
    if known.next:
        due = f"{say.date(known.next.date)} ({say.code(known.next.milestone.id)})"
        yield say.field(words.next_due, say.literal(due))
    if known.overdue:
        names = say.language.enumerate([say.code(each.milestone.id) for each in known.overdue])
        yield say.field(words.overdue, say.literal(names))


def card_sections(say: Wording, of: Commitment) -> Iterator[Section]:
    """Yield the sections of a card: texts, milestones, reports from the last one back, the IRM."""
    for key in _TEXTS:
        text = getattr(of, key)
        if text:
            yield Section(key, say.card_label(key), (Paragraph(say.text(text)),))
    values = tuple(_values(say, of))
    if values:
        yield Section("values", say.card_label("values"), (Items(values),))
    if of.milestones:
        heading = say.card_label("milestones")
        yield Section("milestones", heading, (_milestones(say, of, heading), *_changes(say, of)))
    yield from _reports(say, of)
    for coding in of.irm:
        heading = f"{say.language.implementation.irm} – {coding.report}"
        yield Section("irm", heading, (Items(tuple(_irm(say, coding))),))


def _values(say: Wording, of: Commitment) -> Iterator[RichText]:
    for key, label in say.language.implementation.values.items():
        text = getattr(of.values, key, None)
        if text:
            yield say.labelled_text(label, say.text(text))


def _milestones(say: Wording, of: Commitment, caption: str) -> Grid:
    """Return the table of the milestones, each with what was last reported of it."""
    words, known = say.language.implementation, milestones_of(say.plan, of)
    columns = (
        Column(caption, (7, 25)),
        Column(words.output, (15,)),
        Column(words.start, (13,)),
        Column(words.due, (13,)),
        Column(words.by, (14,)),
        Column(words.completion, (13,)),
    )
    rows = (_milestone(say, each, known.get(each.id, "")) for each in of.milestones)
    return Grid(caption, columns, tuple((row,) for row in rows))


def _milestone(say: Wording, of: Milestone, completion: str) -> tuple[Cell, ...]:
    words = say.language.implementation
    by = say.institution(*of.by) if of.by else ()
    return (
        Cell((say.literal(say.code(of.id)),), header=True),
        Cell((say.text(of.title),)),
        Cell((say.text(of.output) if of.output else (),)),
        Cell((say.literal(say.code(of.start or "")),)),
        Cell((say.literal(say.code(of.due or "")),)),
        Cell((by,)),
        Cell((say.literal(words.completions.get(completion, "")),)),
    )


def _changes(say: Wording, of: Commitment) -> Iterator[Block]:
    """Yield which milestones were added, moved and dropped, each with its meeting."""
    items = tuple(
        say.fill(f"{{milestone}}{say.minutes.label} ", milestone=say.code(milestone.id)) + said
        for milestone in of.milestones
        for said in _changed(say, milestone)
    )
    if items:
        yield Items(items)


def _changed(say: Wording, of: Milestone) -> Iterator[RichText]:
    words = say.language.implementation
    if of.added:
        yield say.fill(words.added, meeting=say.code(of.added))
    for move in of.moved:
        date, meeting = say.code(move.from_ or "–"), say.code(move.meeting)
        reason = say.fill(" – {reason}", reason=say.text(move.reason)) if move.reason else ()
        yield say.fill(words.moved, date=date, meeting=meeting) + reason
    if of.dropped:
        yield say.fill(words.dropped, meeting=say.code(of.dropped))


def _reports(say: Wording, of: Commitment) -> Iterator[Section]:
    words = say.language.implementation
    for period, reported in reversed([*reports_on(say.plan, of).items()]):
        report = say.plan.reports[period]
        items = [*_reported(say, reported)]
        if report.presented:
            said = words.presented.format(period=say.code(period))
            items.append(say.labelled_text(said, say.literal(say.day(report.presented))))
        yield Section(
            "report", words.report.format(period=say.code(period)), (Items(tuple(items)),)
        )


def _reported(say: Wording, of: Reported) -> Iterator[RichText]:
    words = say.language.implementation
    if of.reported:
        yield say.labelled_text(words.reported, say.literal(say.day(of.reported)))
    if of.completion:
        completion = say.literal(words.completions[of.completion])
        yield say.labelled_text(words.completion, completion)
    if of.percentage:
        yield say.labelled_text(words.percentage, say.text(of.percentage))
    said = {id_: each for id_, each in of.milestones.items() if each}
    if said:
        each = [f"{say.code(id_)} ({words.completions[word]})" for id_, word in said.items()]
        milestones = say.literal(say.language.enumerate(each))
        yield say.labelled_text(say.card_label("milestones"), milestones)
    for done in of.done:
        yield say.labelled_text(words.achieved, say.text(done))
    if of.challenges:
        yield say.labelled_text(words.challenges, say.text(of.challenges))
    for document in of.evidence:
        yield say.labelled_text(words.evidence, say.evidence(document))


def _irm(say: Wording, of: IrmCoding) -> Iterator[RichText]:
    """Yield what the IRM found, in its own words."""
    words = say.language.implementation
    for key, label in words.irm_labels.items():
        value = getattr(of, key)
        if value is not None:
            known = words.completions if key == "completion" else {}
            word = known.get(value) or words.irm_words[str(value).lower()]
            yield say.labelled_text(label, say.literal(word))
    if of.date:
        yield say.labelled_text(say.terminal.date, say.literal(say.day(of.date)))
    if of.link:
        yield say.literal(say.code(of.link))
