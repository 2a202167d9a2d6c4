"""A text is written in other languages, and not in the plan's own.

`language:` in plan.yaml is what every table and document falls back on. A text that is written by
language has a line for it.

    title:              # in a plan whose language is ar
      fr: Un guichet unique
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"
NEEDS = {"plan"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such text."""
    for texts in plan.texts:
        for place in texts.missing_main:
            yield Finding(
                place.name,
                "the text is not in “{language}”, the plan's own language",
                "add a line that starts with “{language}:”",
                {"language": plan.info.language},
            )
