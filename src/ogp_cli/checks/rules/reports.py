"""Rules on the reports of the half-years."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import get_args

from ogp_cli.checks.rule import rule
from ogp_cli.checks.rules.cards import outside_plan
from ogp_cli.models.card import Completion
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.meeting import Meeting
from ogp_cli.models.partial_date import first_day, first_day_of_half_year, is_half_year, last_day
from ogp_cli.models.report import Report, Said
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Decided, Moment, Plan
from ogp_cli.problem import Finding, Keywords, Place
from ogp_cli.process.as_of import present
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import reports_of_plan, standing_milestones, to_report
from ogp_cli.process.ledger import Ledger
from ogp_cli.store.folder import PLAN, REPORTS


@rule("error", needs={"commitments", "meetings"})
def unknown_milestone(plan: Plan) -> Iterator[Finding]:
    """A report or an amendment names a milestone that the card does not have.

    Milestones are named by their `id` in the commitment's file, or in the amendment that added
    them. Only commitments of the plan have milestones, and only they are reported on.

        # data/commitments/c1.yaml             # data/reports/2025-06.yaml
        milestones:                            commitments:
        - {id: 1.1, title: …}                    c1:
                                                   milestones: {1.1: complete}
    """
    ledger = expected(plan)
    known = {name: {*ledger.state(name).milestones} for name in plan.adopted}
    suggest = {name: Nearest(ids) for name, ids in known.items()}
    first: dict[tuple[str, str], Place] = {}
    reported = (each for each in _references(plan) if each[1] not in known[each[0]])
    lacking = (each for each in ledger.refused if each.why == "no-milestone" and each.at)
    amended = ((each.commitment, each.milestone, each.at) for each in lacking)
    for name, milestone, at in (*reported, *amended):
        if at and name in known:
            first.setdefault((name, milestone), at.name)
    for (name, milestone), at in first.items():
        near = suggest[name](milestone)
        yield Finding(
            at,
            "{commitment} has no milestone “{name}”",
            "did you mean “{near}”?" if near else "add it to the card, or correct its id",
            {"commitment": name, "name": milestone, "near": near},
            plan.adopted[name].at("milestones").name,
        )
    yield from _on_proposals(plan)


def _on_proposals(plan: Plan) -> Iterator[Finding]:
    ledger = expected(plan)
    for report in plan.reports.values():
        for name in report.commitments:
            is_adopted = name in plan.adopted or ledger.state(name).kind == "plan"
            if name in plan.commitments and not is_adopted:
                yield Finding(
                    report.at("commitments", name).name,
                    "{name} is not a commitment of the plan",
                    "write the id of a commitment of the plan, such as c1, or add it to an "
                    "adoption",
                    {"name": name},
                )


def _references(plan: Plan) -> Iterator[tuple[str, str, Place]]:
    for report in plan.reports.values():
        for name in report.commitments:
            if name in plan.adopted:
                for at, reported in report.places(name):
                    for each in reported.milestones:
                        yield name, each, (at / "milestones" / each).name


_NOT_OF_THE_PLAN = "{name} is not among the half-years of the plan: {periods}"
_WRITE_IT = "to write it, run: ogp new report {name}; or correct the half-year"


@rule("error", needs={"plan"})
def unknown_period(plan: Plan) -> Iterator[Finding]:
    """A report, or a presentation of results, is on a half-year that the plan does not have.

    `periods` in plan.yaml lists the half-years that are reported on, each by its last month. Each
    overlaps the plan's `period`. A meeting that presented results (`presented: 2025-06`) needs the
    report of that half-year.
    """
    periods = plan.info.periods
    for index, period in enumerate(periods):
        at = Place(PLAN, ("periods", index))
        yield from outside_plan(plan.info, period, first_day_of_half_year(period), at)
    values = {"periods": ", ".join(periods)}
    for report in plan.reports.values():
        if periods and report.id not in periods and is_half_year(report.id):
            yield Finding(
                report.at(),
                _NOT_OF_THE_PLAN,
                "add it to “periods” in plan.yaml, or rename the file",
                values | {"name": report.id},
            )
    for meeting in plan.meetings.values():
        name = meeting.presented
        if name is None or name in plan.reports or plan.is_unread(REPORTS, name):
            continue
        message, hint = "there is no report for {name}", _WRITE_IT
        if periods and name not in periods:
            message, hint = _NOT_OF_THE_PLAN, "add it to “periods” in plan.yaml, or correct it here"
        yield Finding(meeting.at("presented"), message, hint, values | {"name": name})


_IN_TIME = dt.timedelta(days=60)
_HALF_A_YEAR = dt.timedelta(days=183)


@rule("warning", needs={"commitments", "meetings", "plan"}, after={"unknown-period"})
def report_missing(plan: Plan) -> Iterator[Finding]:
    """Sixty days after a half-year, a commitment of the plan is not reported on.

    Today is the day of the last meeting or report, or of `--as-of`. Each half-year asks for the
    commitments that are in the plan on its last day.

        # data/plan.yaml
        periods: [2025-06, 2025-12]     # data/reports/2025-06.yaml is asked for from August 30 on
    """
    day = plan.day or dt.date.min
    first: dict[str, int] = {}
    for index, period in enumerate(plan.info.periods):
        first.setdefault(period, index)
    for period, index in first.items():
        ends, report = last_day(period), plan.reports.get(period)
        if day - ends <= _IN_TIME or (report is None and plan.is_unread(REPORTS, period)):
            continue
        names = [
            each
            for each in to_report(plan, Moment(ends))
            if not report or not any(said.says_something for said in report.entries(each))
        ]
        meeting = expected(plan).presented.get(period)
        if names:
            yield Finding(
                report.at("commitments").name if report else Place(PLAN, ("periods", index)),
                "nothing was reported for {period} on: {names}",
                "to write the report, run: ogp new report {period}"
                if report is None
                else "fill in what their institutions report",
                {"period": period, "names": ", ".join(names)},
                follows=[meeting.at("presented")] if meeting else (),
            )


@rule("warning", needs={"plan"}, after={"file-name"})
def report_date(plan: Plan) -> Iterator[Finding]:
    """The day of a report does not fit its half-year.

    A commitment is reported on in the last month of the half-year, or in the year after it. The
    results are presented once the half-year is over and the reports are there: the minutes of the
    presentation leave out a later one. A year that is typed wrong changes what `--as-of` shows. A
    later correction of a report stands below it, with a later day.

        # data/reports/2025-06.yaml
        commitments:
          c1:
            reported: 2024-07-15     # the half-year ends on 30 June 2025
    """
    for report in reports_of_plan(plan):  # what is wrong with the others, `unknown-period` says
        yield from _reported(report)
        meeting = expected(plan).presented.get(report.id)
        if meeting and meeting.date < last_day(report.id):
            yield _presented_early(meeting, report)
        elif meeting:
            yield from _reported_late(meeting, report)


def _reported(report: Report) -> Iterator[Finding]:
    for name in report.commitments:
        before = dt.date.min
        for at, each in report.places(name):
            day = report.known_since(each) or before
            message, hint = "", "correct the day, above all its year, or the name of the file"
            if each.reported and report.is_too_early(each.reported):
                message = "{day} is before the last month of the half-year {period}"
            elif each.reported and report.is_too_late(each.reported):
                message = "{day} is more than a year after the half-year {period}"
            elif day < before:
                message = "{day} is before the day of what it corrects"
                hint = "write the items of a commitment in the order of their days"
            if message:
                yield Finding(at / "reported", message, hint, {"day": day, "period": report.id})
            before = max(before, day)


def _presented_early(meeting: Meeting, report: Report) -> Finding:
    return Finding(
        meeting.at("presented"),
        "{day} is before the end of the half-year {period}",
        "correct the half-year: it is over when its results are presented",
        {"day": meeting.date, "period": report.id},
        report.at(),
    )


def _reported_late(meeting: Meeting, report: Report) -> Iterator[Finding]:
    for name in report.commitments:
        at, each = report.places(name)[0]  # the others correct it
        day = each.reported
        if day and day > meeting.date and not report.is_too_late(day):
            yield Finding(
                at / "reported",
                "{day} is after the meeting of {meeting}, which presented the half-year {period}",
                "correct the date, or accept the warning under “accept:” (how: ogp rules {rule})",
                {"day": day, "meeting": meeting.id, "period": report.id},
                meeting.at("presented"),
                follows=[meeting.at("date")],
            )


@rule("warning", needs={"meetings", "commitments", "plan"}, after={"unknown-period"})
def not_presented(plan: Plan) -> Iterator[Finding]:
    """The results of a half-year were reported, and no meeting presented them in the next one.

    OGP requirement 5.1 asks for two meetings a year with civil society on the results. Today is the
    day of the last meeting or report, or of `--as-of`.

        # data/meetings/2025-09-20.yaml
        kind: public
        presented: 2025-06
    """
    presented, day = expected(plan).presented, plan.day or dt.date.min
    naming = [each.at("presented") for each in plan.meetings.values() if each.presented]
    for report in reports_of_plan(plan):
        is_reported = any(
            each.says_something for c in report.commitments for each in report.entries(c)
        )
        if is_reported and report.id not in presented and day - last_day(report.id) > _HALF_A_YEAR:
            yield Finding(
                report.at(),
                "no meeting presented these results",
                "add “presented: {period}” to the meeting that did, or accept this in the report",
                {"period": report.id},
                follows=naming,  # one may have presented them under another name
            )


_ADOPTED = "{name} was adopted at the meeting of {meeting}, after the half-year {period}"
_WITHDRAWN = "{name} was withdrawn at the meeting of {meeting}, before the half-year {period}"
_A_DAY = dt.timedelta(days=1)


@rule("warning", needs={"meetings", "plan"}, after={"file-name"})
def report_outside_plan(plan: Plan) -> Iterator[Finding]:
    """A report is on a commitment that was not in the plan in its half-year.

    A commitment is in the plan from its adoption until it is withdrawn. It is reported on in every
    half-year that overlaps that time.

        # data/meetings/2025-09-15.yaml                # data/reports/2025-06.yaml
        decisions:                                     commitments:
        - adopt:                                         c5:
          - {number: 5, from: [], title: …}                completion: limited
    """
    ledger = expected(plan)
    for report in reports_of_plan(plan):
        for name in report.commitments:
            card = plan.adopted.get(name)
            message, decided = (card and _outside(ledger, card, report.id)) or ("", None)
            if decided and any(each.says_something for each in report.entries(name)):
                yield Finding(
                    report.at("commitments", name).name,
                    message,
                    "remove it from this report, or correct its id",
                    {"name": name, "meeting": decided.meeting.id, "period": report.id},
                    decided.at,
                    follows=[decided.meeting.at("date")],  # which may be the slip
                )


def _outside(ledger: Ledger, card: Adopted, period: str) -> tuple[str, Decided] | None:
    """Return why a commitment was not in the plan in a half-year, and the decision.

    A withdrawal that the card does not show may be a mistake itself.
    """
    state = ledger.state(card.id)
    if state.kind == "plan" and state.made and state.made.meeting.date > last_day(period):
        return _ADOPTED, state.made
    last = ledger.last_line(card.id, Moment(first_day_of_half_year(period) - _A_DAY))
    if last and last.decided and last.status == card.status == "withdrawn":
        return _WITHDRAWN, last.decided
    return None


@rule("warning", needs={"commitments", "meetings"})
def incomplete_report(plan: Plan) -> Iterator[Finding]:
    """A report on a commitment lacks its completion, or what OGP asks for beside it.

    `ogp status` goes by `completion` alone: without it, it shows that of an earlier report, or that
    nothing was reported. The milestones do not give it, since the institution judges the whole.

    The Independent Reporting Mechanism judges from published evidence: what is substantial or
    complete has an `evidence` item, with a title and, if possible, a link and a date. What is not
    started or limited, although a milestone has its `start` in the half-year or earlier, says under
    `challenges` what stood in the way. Both may stand at a milestone too.

        completion: substantial
        evidence:
        - {title: …, link: "https://…", date: 2025-06-30}
    """
    now = present(plan)
    for report in plan.reports.values():
        for name in report.commitments:
            yield from _lacking(now, report, name)


_LATE = "{name} is reported as “{completion}”, but one of its milestones should have started"


def _lacking(now: Plan, report: Report, name: str) -> Iterator[Finding]:
    card = now.adopted.get(name)
    whole, reported = report.places(name)[-1]
    at, completion = whole / "completion", reported.completion
    parts = (reported, *reported.details.values())
    values = {"name": name, "completion": completion}
    if card and reported.says_something and not completion:
        yield Finding(
            at.name,
            "the report does not give the completion of {name}",
            "add “completion:” with one of these: {words}",
            {"name": name, "words": Keywords(get_args(Completion), "completion")},
        )
    elif completion in {"substantial", "complete"}:
        if not any(each.evidence for each in parts):
            message = "{name} is reported as “{completion}” without evidence"
            yield Finding(at, message, "add the proof under “evidence:”", values)
    elif _should_have_begun(now, report, completion, card) and not _challenged(parts):
        yield Finding(at, _LATE, "explain the delay under “challenges:”", values)


def _challenged(parts: Iterable[Said]) -> bool:
    return any(each.challenges for each in parts)


def _should_have_begun(
    plan: Plan, report: Report, completion: str | None, card: Adopted | None
) -> bool:
    """Whether little was done although a milestone has its start by then."""
    if completion not in {"not-started", "limited"} or not card:
        return False
    starts = [each.start for each in standing_milestones(plan, card) if each.start]
    ends = last_day(report.id) if is_half_year(report.id) else dt.date.min
    return any(first_day(each) <= ends for each in starts)
