"""A title in the plan lacks a language that the plan is published in.

`languages` in plan.yaml lists them. Each commitment of the plan and each of its milestones needs
its title in all of them. A commitment gets one message.

    # data/plan.yaml          # data/commitments/c1.yaml
    languages: [ar, fr]       title: {ar: …, fr: …}
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "info"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield one finding for every commitment of the plan with such titles."""
    for commitment in plan.adopted.values():
        lacking = [each for each in plan.info.languages if _lacks(plan, commitment, each)]
        if lacking and commitment.status == "adopted":
            yield Finding(
                commitment.at("title"),
                "titles are missing in these languages of the plan: {languages}",
                "write them by language, as in “{{ar: …, fr: …}}”",
                {"languages": ", ".join(lacking)},
            )


def _lacks(plan: Plan, commitment: Commitment, language: str) -> bool:
    titles: list[Text | None] = [commitment.title, *(each.title for each in commitment.milestones)]
    spoken = ({plan.info.language} if isinstance(each, str) else {*each} for each in titles if each)
    return any(language not in each for each in spoken)
