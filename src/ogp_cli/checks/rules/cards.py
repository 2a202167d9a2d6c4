"""Rules on the cards of the commitments of the plan."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain

from ogp_cli.checks.rule import repeated, rule
from ogp_cli.lang.rich_text import by_language
from ogp_cli.models.card import Milestone, names_of
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.decision import Amendment
from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.models.plan import PlanInfo
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.as_of import present
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import lacking, standing_milestones
from ogp_cli.store.folder import PLAN


@rule("warning", needs={"plan"})
def milestone_outside_plan(plan: Plan) -> Iterator[Finding]:
    """A milestone starts or is due outside the days of the plan.

    `period` in plan.yaml has the first and the last day of the plan.

        # data/plan.yaml                                   # data/commitments/c1.yaml
        period: {start: 2025-01-20, end: 2028-12-31}       - {id: 1, title: …, due: 2029-03}
    """
    for milestone, at in _milestones(plan):
        for key in ("start", "due"):
            date = getattr(milestone, key)
            if date:
                yield from outside_plan(plan.info, date, first_day(date), at / key)


def outside_plan(info: PlanInfo, date: str, first: dt.date, at: Place) -> Iterator[Finding]:
    """Yield that a date is outside the days of the plan, if it is; `first` is its first day."""
    period = info.period
    if period and (last_day(date) < period.start or first > period.end):
        yield Finding(
            at,
            "{date} is outside the plan, which runs from {start} to {end}",
            "correct the date, or the “period” in plan.yaml",
            {"date": date, "start": period.start, "end": period.end},
            Place(PLAN, ("period",)).name,
        )


def _milestones(plan: Plan) -> Iterator[tuple[Milestone, Place]]:
    """Yield the milestones as adopted, and as amendments add them."""
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            yield milestone, commitment.at("milestones", index)
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, Amendment):
            yield from ((each, at / "add" / i) for i, each in enumerate(decision.add))


@rule("error", needs={"commitments", "meetings"})
def lead_supports(plan: Plan) -> Iterator[Finding]:
    """An institution leads a commitment of the plan, and supports it too.

    It is printed twice on the card. Where a meeting gives the commitment another lead, it takes the
    new one from `supporting` in the same amendment.

        lead: ministry-a
        supporting: [ministry-a, association-b]     # should be [association-b]
    """
    for card in present(plan).adopted.values():
        amended = expected(plan).state(card.id).amended_at("lead", "supporting")
        for index, name in enumerate(card.supporting):
            if name in card.leads and card.status == "adopted":
                yield Finding(
                    amended or card.at("supporting", index),
                    "“{name}” leads {commitment}, and supports it too",
                    "remove it from “lead” or from “supporting”",
                    {"name": name, "commitment": card.id},
                    None if amended else card.at("lead"),
                )


@rule("warning", needs={"organizations", "commitments", "meetings"}, once=True)
def milestone_institution(plan: Plan) -> Iterator[Finding]:
    """A milestone is the task of an institution that has no part in the commitment.

    Whoever carries out a milestone leads the commitment or supports it, or did so once. A
    department counts for its institution, and the institution for its departments.

        lead: ministry-a
        supporting: [association-b]
        milestones:
        - {id: 1, title: …, by: [ministry-c]}     # neither leads nor supports
    """
    institutions = plan.institutions
    for card in present(plan).adopted.values():
        if card.status != "adopted" or not card.leads:
            continue
        partners = _partners(plan, card)
        for milestone in standing_milestones(plan, card):
            for index, name in enumerate(milestone.by):
                if institutions.is_known(name) and not institutions.concern([name], partners):
                    yield Finding(
                        _assigned_at(plan, card, milestone.id) / index,
                        "“{name}” carries out a milestone of {commitment}, but neither leads nor "
                        "supports it",
                        "correct the institution, or add it to “supporting”",
                        {"name": name, "commitment": card.id},
                    )


def _partners(plan: Plan, card: Adopted) -> set[str]:
    """Return the institutions that lead or support a commitment, or did."""
    changes = (each for line in expected(plan).story(card.id) for each in line.changes)
    before = (names_of(each.before) for each in changes if each.key in {"lead", "supporting"})
    return {*card.leads, *card.supporting, *chain.from_iterable(before)}


def _assigned_at(plan: Plan, card: Adopted, milestone: str) -> Place:
    """Return where the institutions of a milestone stand."""
    state = expected(plan).state(card.id)
    if changed := state.amended_at("by", milestone=milestone):
        return changed / "change" / milestone / "by"
    ids = [each.id for each in card.milestones]
    at = state.added_at.get(milestone) or card.at("milestones", ids.index(milestone))
    return at / "by"


@rule("error", needs={"meetings"})
def irm_coding(plan: Plan) -> Iterator[Finding]:
    """What the Independent Reporting Mechanism found contradicts the book.

    A report of the IRM codes a commitment once, and after the commitment was adopted.

        irm:
        - {report: action-plan-review, date: 2025-04-30, verifiable: true}
        - {report: action-plan-review, date: 2025-04-30, verifiable: false}     # which one?
    """
    for card in plan.adopted.values():
        made = expected(plan).state(card.id).made
        reports = ((each.report, card.at("irm", i, "report")) for i, each in enumerate(card.irm))
        for name, at, first in repeated(reports):
            message, hint = "“{name}” is listed twice", "keep one of the two"
            yield Finding(at, message, hint, {"name": name}, first)
        for index, coding in enumerate(card.irm):
            if made and coding.date and coding.date < made.meeting.date:
                yield Finding(
                    card.at("irm", index, "date"),
                    "{day} is before the day when {commitment} was adopted, {adopted}",
                    "correct one of the two days",
                    {"day": coding.date, "commitment": card.id, "adopted": made.meeting.date},
                    made.at,
                )


@rule("warning", needs={"meetings"})
def incomplete_card(plan: Plan) -> Iterator[Finding]:
    """The card of a commitment lacks what OGP's template asks for.

    The template has the title, the lead, the problem, the solution, the expected results, how the
    commitment serves the values of open government, and milestones with their start and their end.
    A part of a milestone is due with it unless it has a day of its own, and a milestone runs from
    its first part to its last. Where the plan has words in place of a day, they stand under
    `deadline`. Nothing is asked of a milestone that was dropped.

        milestones:
        - {id: 1, title: …, start: 2025-02}     # “due” is missing
    """
    now = present(plan)
    for commitment in _cards(plan):
        missing = lacking(now, commitment)
        if missing:
            yield Finding(
                commitment.at(),
                "the card lacks what OGP's template asks for: {keys}",
                "add these keys, or accept the warning under “accept:” (how: ogp rules {rule})",
                {"keys": ", ".join(missing)},
            )


@rule("info", needs={"plan", "meetings"})
def untranslated_title(plan: Plan) -> Iterator[Finding]:
    """A title in the plan lacks a language that the plan is published in.

    `languages` in plan.yaml lists them. Each commitment of the plan and each of its milestones
    needs its title in all of them. A commitment gets one message.

        # data/plan.yaml          # data/commitments/c1.yaml
        languages: [ar, fr]       title: {ar: …, fr: …}
    """
    for commitment in _cards(plan):
        lacking = [each for each in plan.info.languages if _lacks(plan, commitment, each)]
        if lacking:
            yield Finding(
                commitment.at("title"),
                "titles are missing in these languages of the plan: {languages}",
                "write them by language, as in “{{ar: …, fr: …}}”",
                {"languages": ", ".join(lacking)},
            )


def _cards(plan: Plan) -> Iterator[Adopted]:
    """Yield the cards in force, as they are now, that have a file to write in."""
    now = present(plan).adopted.values()
    return (each for each in now if each.status == "adopted" and each.id in plan.adopted)


def _lacks(plan: Plan, commitment: Adopted, language: str) -> bool:
    titles = (commitment.title, *(each.title for each in commitment.milestones))
    return any(language not in by_language(each, plan.info.language) for each in titles if each)
