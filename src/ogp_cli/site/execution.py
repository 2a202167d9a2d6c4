"""How far the plan is carried out: the matrix, and a commitment's milestones, reports, findings."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.rich_text import linked, plain
from ogp_cli.models.card import Completion, IrmCoding, Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.evidence import Evidence
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.models.report import Reported
from ogp_cli.plan import Moment
from ogp_cli.present.content.status import completions
from ogp_cli.present.labels import IRM_LABELS, IRM_WORDS, MILESTONE
from ogp_cli.present.words import capital
from ogp_cli.process.implementation import (
    Progress,
    deadlines_of,
    leaves,
    milestones_of,
    progress,
    reports_of_plan,
    reports_on,
    to_report,
)
from ogp_cli.process.ledger import Line, ValueChange
from ogp_cli.process.words import COMPLETION_WORDS
from ogp_cli.site import drawings
from ogp_cli.site.drawings import Span
from ogp_cli.site.view import View
from ogp_cli.site.words import REPORTS

_HALVES = {"06": N_("1st half {year}"), "12": N_("2nd half {year}")}


@dataclass(frozen=True, slots=True)
class Far:
    """How far something is: a drawing and the word."""

    drawing: Markup
    word: str


def far(view: View, completion: Completion | None, *, is_due: bool = True) -> Far:
    """Return how far something is, as reported; nothing is asked before it is due."""
    unknown = view.t("not reported") if is_due else view.t("not due yet")
    word = view.t(COMPLETION_WORDS[completion]) if completion else unknown
    return Far(drawings.meter(completion, rtl=view.rtl), word)


@dataclass(frozen=True, slots=True)
class Cell:
    """What was reported for a half-year: `kind` is `said`, `silent`, `gone` or `later`."""

    kind: str
    far: Far | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment in the matrix."""

    commitment: Adopted
    cells: Sequence[Cell]
    overdue: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The commitments by half-year: the last one that was reported on, and the rows."""

    periods: Sequence[str]
    last: str
    rows: Sequence[Row]

    @property
    def axes(self) -> Mapping[str | None, Sequence[Row]]:
        """The rows by axis; None has those without one."""
        found: dict[str | None, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.commitment.axis, []).append(row)
        return found


def matrix(view: View) -> Matrix | None:
    """Return the matrix; None where nothing was reported yet."""
    reported = [each.id for each in reports_of_plan(view.plan)]
    if not reported or not view.commitments:
        return None
    periods = [*(view.plan.info.periods or reported)]
    rows = []
    for commitment in view.commitments:
        known = reports_on(view.plan, commitment)
        cells = [_cell(view, commitment, known.get(each), each in reported) for each in periods]
        late = len(progress(view.plan, commitment).overdue)
        rows.append(Row(commitment, cells, late))
    return Matrix(periods, max(reported), rows)


def _cell(view: View, of: Adopted, said: Reported | None, is_reported: bool) -> Cell:
    if said and said.completion:
        return Cell("said", far(view, said.completion))
    if of.status == "withdrawn":
        return Cell("gone")
    return Cell("silent", far(view, None)) if is_reported else Cell("later")


def standing(view: View) -> str:
    """Return how far the plan is carried out, in a sentence."""
    known = [(each, progress(view.plan, each)) for each in view.commitments]
    return f"{plain(completions(view.say, known).text)}."


def overdue(view: View, number: int) -> str:
    """Return how many milestones are overdue, or nothing for none."""
    return view.plural("{n} overdue milestone", "{n} overdue milestones", number) if number else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A milestone: what is shown of it, and what meetings changed in it."""

    milestone: Milestone
    far: Far | None
    bar: Markup
    start: str
    due: str
    iso: str
    is_late: bool
    is_dropped: bool
    is_part: bool
    changes: Sequence[tuple[str, Markup | None, Meeting]]


def steps(view: View, commitment: Adopted, known: Progress) -> list[Step]:
    """Return the milestones of a commitment, those that were dropped too."""
    span, reported = span_of(view, commitment), milestones_of(view.plan, commitment)
    late = {each.milestone.id for each in known.overdue}
    counted = {each.id for each in leaves(view.plan, commitment)}
    dropped = view.ledger.state(commitment.id).dropped
    early = _due_later(view, commitment) - late
    found = []
    for each in commitment.milestones:
        changes = [*_changes_of(view, commitment, each.id)]
        has_word = each.id in counted or each.id in reported
        found.append(
            Step(
                milestone=each,
                far=far(view, reported.get(each.id), is_due=each.id not in early)
                if has_word
                else None,
                bar=_bar(view, span, each, changes, reported.get(each.id) == "complete"),
                start=date(view, each.start),
                due=date(view, each.due),
                iso=_iso(each.due or ""),
                is_late=each.id in late,
                is_dropped=each.id in dropped,
                is_part="." in each.id,
                changes=[_said(view, *change) for change in changes],
            )
        )
    return found


def _due_later(view: View, commitment: Adopted) -> set[str]:
    """Return the milestones that are due after the last half-year that was reported on."""
    last = max((last_day(each.id) for each in reports_of_plan(view.plan)), default=None)
    dates = deadlines_of(commitment).items()
    return {id_ for id_, due in dates if last and due and last_day(due) > last}


def date(view: View, said: str | None) -> str:
    """Return a partial date in words, a day without its day of the week."""
    if said and len(said) > len("2026-03"):
        return view.day(first_day(said))
    return view.say.date(said) if said else ""


def _iso(said: str) -> str:
    """Return a partial date as HTML has it, which knows no parts of a year but months."""
    return said[:4] if said[5:6] in {"Q", "H"} else said


def short(view: View, period: str) -> str:
    """Return a half-year as the head of a column."""
    year, month = period.split("-")
    said = _HALVES.get(month)
    return view.t(said, year=year) if said else view.say.date(period)


def span_of(view: View, commitment: Adopted) -> Span:
    """Return the time that milestones are shown on: the plan's, or else their own."""
    if known := view.plan.info.period:
        return Span(known.start, known.end, view.rtl)
    ends = [(each.start or each.due, each.due or each.start) for each in commitment.milestones]
    days = [(first_day(first), last_day(last)) for first, last in ends if first and last]
    today = view.plan.day or dt.date(1900, 1, 1)
    start = min((first for first, _ in days), default=today)
    return Span(start, max((last for _, last in days), default=today), view.rtl)


def _changes_of(view: View, of: Adopted, milestone: str) -> Iterator[tuple[Line, ValueChange]]:
    for line in view.ledger.story(of.id):
        for change in line.changes:
            if change.milestone == milestone:
                yield line, change


def _bar(
    view: View,
    span: Span,
    milestone: Milestone,
    changes: Sequence[tuple[Line, ValueChange]],
    done: bool,
) -> Markup:
    if not milestone.due:
        return Markup()
    before = [change.before for _, change in changes if change.key == "due" and change.before]
    due = [last_day(each) for each in (*before, milestone.due)]
    start = first_day(milestone.start) if milestone.start else None
    return drawings.bar(span, start, due, view.plan.day, done=done)


def _said(view: View, line: Line, change: ValueChange) -> tuple[str, Markup | None, Meeting]:
    """Return what a meeting changed in a milestone, why, and the meeting."""
    reason = getattr(line.decided and line.decided.decision, "reason", None)
    because = view.text(reason) if reason else None
    if change.before is None and change.key == "milestones":
        return view.t("added"), because, line.meeting
    if change.after is None:
        return view.t("dropped"), because, line.meeting
    if change.key != "due":
        said = view.t("changed: {what}", what=view.t(MILESTONE[change.key]))
    elif change.before:
        old, new = date(view, change.before), date(view, change.after)
        said = view.t("moved from {old} to {new}", old=old, new=new)
    else:
        said = view.t("now due: {new}", new=date(view, change.after))
    return said, because, line.meeting


@dataclass(frozen=True, slots=True)
class Account:
    """What an institution reported for a half-year, and the meeting that presented the results.

    `said` is None where it was to report, and did not.
    """

    period: str
    label: str
    far: Far
    said: Reported | None
    presented: Meeting | None


def accounts(view: View, commitment: Adopted) -> list[Account]:
    """Return what was reported of a commitment, or was to be, the newest first."""
    asked = (each.id for each in reports_of_plan(view.plan))
    silent = {
        each: None
        for each in asked
        if commitment.id in to_report(view.plan, Moment(last_day(each)))
    }
    found = sorted({**silent, **reports_on(view.plan, commitment)}.items(), reverse=True)
    return [
        Account(
            period,
            capital(view.say.half_year(period)),
            far(view, said.completion if said else None),
            said,
            view.ledger.presented.get(period),
        )
        for period, said in found
    ]


def report_name(view: View, coding: IrmCoding) -> Markup:
    """Return the name of a report of the IRM, which leads to where it can be read."""
    known = REPORTS.get(coding.report)
    name = view.say.literal(view.t(known) if known else coding.report)
    return view.rich(linked(name, coding.link))


def finding(view: View, coding: IrmCoding) -> list[tuple[str, str]]:
    """Return what the IRM found, in its own words, by what it is about."""
    found = []
    for key, label in IRM_LABELS.items():
        value = getattr(coding, key)
        if value is not None:
            words = COMPLETION_WORDS if key == "completion" else {}
            word = words.get(value) or IRM_WORDS[str(value).lower()]
            found.append((capital(view.t(label)), view.t(word)))
    return found


def evidence(view: View, documents: Sequence[Evidence]) -> list[Markup]:
    """Return documents, each with its link and its day."""
    return [view.rich(view.say.evidence(each)) for each in documents]
