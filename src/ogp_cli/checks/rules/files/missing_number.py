"""A proposal has no number, while other proposals have one.

The number is what people say and what the minutes print. Only a merged commitment may have none. A
commitment of the plan always has one.
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Merge
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "warning"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every proposal without a number, if any has one."""
    for adopted in plan.adopted.values():
        if adopted.number is None:
            yield Finding(
                adopted.at(),
                "the commitment of the plan has no number",
                "add a line that starts with “number:”",
            )
    decisions = (each.decision for each in plan.index.decisions)
    made = {each.into for each in decisions if isinstance(each, Merge)}
    proposals = [each for each in plan.commitments.values() if each.is_proposal]
    if any(each.number for each in proposals):
        for proposal in proposals:
            if proposal.number is None and proposal.id not in made:
                yield Finding(
                    proposal.at(),
                    "the proposal has no number",
                    "add a line that starts with “number:”",
                )
