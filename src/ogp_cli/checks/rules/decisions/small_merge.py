"""A merge names only one commitment.

A merge needs at least two. To change a single commitment, change its title or cancel it.
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Merge
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every merge of a single commitment."""
    for _, at, decision in plan.index.decisions:
        if not isinstance(decision, Merge) or decision.state == "dropped":
            continue  # one member may be let go
        if len(set(decision.merge)) == 1:
            yield Finding(
                at / "merge",
                "the merge names only {name}",
                "name at least two commitments, or remove the decision",
                {"name": decision.merge[0]},
            )
