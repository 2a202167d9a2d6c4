"""A milestone was added or dropped by a meeting that did not amend the milestones.

After the adoption, a milestone is added or dropped by a decision, and names the meeting that took
it:

    # data/meetings/2025-10-10.yaml        # data/commitments/c1.yaml
    decisions:                             milestones:
    - amend: [c1]                          - {id: 1, title: …, dropped: 2025-10-10}
      what: [milestones]                   - {id: 2, title: …, added: 2025-10-10}
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Amendment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"
NEEDS = {"meetings"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such milestone."""
    amended = {
        (meeting.id, name)
        for meeting, _, decision in plan.index.decisions
        if isinstance(decision, Amendment) and "milestones" in decision.changed
        for name in decision.amend
    }
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            for key in ("added", "dropped"):
                meeting = getattr(milestone, key)
                if meeting in plan.meetings and (meeting, commitment.id) not in amended:
                    yield Finding(
                        commitment.at("milestones", index, key),
                        "the meeting of {meeting} did not amend the milestones of {commitment}",
                        "correct the meeting, or add “amend: [{commitment}]” with "
                        "“what: [milestones]” to its decisions",
                        {"meeting": meeting, "commitment": commitment.id},
                    )
