"""A coordination meeting is scheduled on a commitment that has no lead.

The meeting is held with the head of the project, whom an institution names. A merged commitment may
have no lead while its merge is only proposed.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.vocabulary import ENDED

LEVEL: Level = "warning"

# What ended needs no meeting: the rule ended-scheduled reports it.
_MAY_LACK = ENDED | {"pending"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield the first slot of every commitment without a lead."""
    reported = set()
    for _, at, slot in plan.index.slots:
        for index, name in enumerate(slot.commitments):
            commitment = plan.commitments.get(name)
            if not commitment or commitment.lead or commitment.status in _MAY_LACK:
                continue
            if name not in reported:
                reported.add(name)
                yield Finding(
                    at / "commitments" / index,
                    "{name} is scheduled, and has no lead",
                    "add a line that starts with “lead:” to the file of the commitment",
                    {"name": name},
                    commitment.at(),
                )
