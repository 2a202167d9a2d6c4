"""Rules on the cards of the commitments of the plan."""

from collections.abc import Iterator

from ogp_cli.checks.rule import rule
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Place
from ogp_cli.process.implementation import deadlines_of, leaves
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
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            for key in ("start", "due"):
                date = getattr(milestone, key)
                if date and (last_day(date) < period.start or first_day(date) > period.end):
                    yield Finding(
                        commitment.at("milestones", index, key),
                        "{date} is outside the plan, which runs from {start} to {end}",
                        "correct the date, or the “period” in plan.yaml",
                        {"date": date, "start": period.start, "end": period.end},
                        Place(PLAN, ("period",)).name,
                    )


_ASKED = ("lead", "problem", "solution", "results", "values", "milestones")


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
    for commitment in plan.adopted.values():
        missing = [*_missing(commitment)]
        if missing and commitment.status == "adopted":
            yield Finding(
                commitment.at(),
                "the card lacks what OGP's template asks for: {keys}",
                "add these keys, or accept the warning here with the reason",
                {"keys": ", ".join(missing)},
            )


def _missing(commitment: Adopted) -> Iterator[str]:
    yield from (key for key in _ASKED if not getattr(commitment, key))
    milestones, dates = leaves(commitment), deadlines_of(commitment)
    lacking = {
        "start": [each.id for each in milestones if each.start is None],
        "due": [each.id for each in milestones if each.id not in dates],
    }
    yield from (f"{key} ({', '.join(names)})" for key, names in lacking.items() if names)


@rule("info", needs={"plan"})
def untranslated_title(plan: Plan) -> Iterator[Finding]:
    """A title in the plan lacks a language that the plan is published in.

    `languages` in plan.yaml lists them. Each commitment of the plan and each of its milestones
    needs its title in all of them. A commitment gets one message.

        # data/plan.yaml          # data/commitments/c1.yaml
        languages: [ar, fr]       title: {ar: …, fr: …}
    """
    for commitment in plan.adopted.values():
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
