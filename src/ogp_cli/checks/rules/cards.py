"""Rules on the cards of the commitments of the plan."""

from collections.abc import Iterator

from ogp_cli.checks.rule import rule
from ogp_cli.models.card import Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.decision import Amendment
from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.as_of import present
from ogp_cli.process.implementation import lacking
from ogp_cli.store.folder import PLAN


@rule("warning", needs={"plan"})
def milestone_outside_plan(plan: Plan) -> Iterator[Finding]:
    """A milestone starts or is due outside the days of the plan.

    `period` in plan.yaml has the first and the last day of the plan.

        # data/plan.yaml                                   # data/commitments/c1.yaml
        period: {start: 2025-01-20, end: 2028-12-31}       - {id: 1, title: …, due: 2029-03}
    """
    period = plan.info.period
    if period is None:
        return
    for milestone, at in _milestones(plan):
        for key in ("start", "due"):
            date = getattr(milestone, key)
            if date and (last_day(date) < period.start or first_day(date) > period.end):
                yield Finding(
                    at / key,
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


@rule("warning")
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
    for commitment in now.adopted.values():
        missing = lacking(now, commitment)
        if missing and commitment.status == "adopted":
            yield Finding(
                commitment.at(),
                "the card lacks what OGP's template asks for: {keys}",
                "add these keys, or accept the warning here with the reason",
                {"keys": ", ".join(missing)},
            )


@rule("info", needs={"plan"})
def untranslated_title(plan: Plan) -> Iterator[Finding]:
    """A title in the plan lacks a language that the plan is published in.

    `languages` in plan.yaml lists them. Each commitment of the plan and each of its milestones
    needs its title in all of them. A commitment gets one message.

        # data/plan.yaml          # data/commitments/c1.yaml
        languages: [ar, fr]       title: {ar: …, fr: …}
    """
    for commitment in present(plan).adopted.values():
        lacking = [each for each in plan.info.languages if _lacks(plan, commitment, each)]
        if lacking and commitment.status == "adopted":
            yield Finding(
                commitment.at("title"),
                "titles are missing in these languages of the plan: {languages}",
                "write them by language, as in “{{ar: …, fr: …}}”",
                {"languages": ", ".join(lacking)},
            )


def _lacks(plan: Plan, commitment: Adopted, language: str) -> bool:
    titles: list[Text | None] = [commitment.title, *(each.title for each in commitment.milestones)]
    spoken = ({plan.info.language} if isinstance(each, str) else {*each} for each in titles if each)
    return any(language not in each for each in spoken)
