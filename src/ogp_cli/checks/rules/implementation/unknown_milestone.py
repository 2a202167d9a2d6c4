"""A report or an amendment names a milestone that the card does not have.

Milestones are named by their `id` in the commitment's file. Only commitments of the plan have
milestones, and only they are reported on.

    # data/commitments/c1.yaml             # data/reports/2025-06.yaml
    milestones:                            commitments:
    - {id: 1.1, title: …}                    c1:
                                               milestones: {1.1: complete}
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Amendment
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.ledger import expected

LEVEL: Level = "error"
NEEDS = {"commitments"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such milestone, where it is first named, and every report on a proposal."""
    known = {name: {each.id for each in card.milestones} for name, card in plan.adopted.items()}
    suggest = {name: Nearest(ids) for name, ids in known.items()}
    first: dict[tuple[str, str], Place] = {}
    for name, milestone, at in _references(plan):
        if milestone not in known[name]:
            first.setdefault((name, milestone), at)
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
            is_adopted = name in plan.adopted or ledger.state(name).is_adopted
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
        for name, reported in report.commitments.items():
            if name in plan.adopted:
                for each in reported.milestones:
                    yield name, each, report.at("commitments", name, "milestones", each).name
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, Amendment):
            for name in decision.amend:
                if name in plan.adopted:
                    yield from ((name, each, (at / "move" / each).name) for each in decision.move)
