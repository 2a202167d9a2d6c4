"""A file names a commitment that does not exist.

A commitment is named by its id: the name of its file in `data/commitments/`, without `.yaml`. An
unknown name is reported once, even if several files use it.
"""

from collections.abc import Iterable, Iterator

from ogp_cli.checks.references import unknown
from ogp_cli.models.decision import Merge
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that leads nowhere, where it is first written."""
    numbers = {str(each.number): each.id for each in plan.commitments.values() if each.number}
    nearest = Nearest(plan.commitments)
    return unknown(
        _references(plan),
        plan.has_commitment,
        lambda name: numbers.get(name) or nearest(name),
        "no commitment “{name}”",
        "create data/commitments/{name}.yaml",
    )


def _references(plan: Plan) -> Iterator[tuple[str, Place]]:
    for meeting in plan.all_meetings:
        yield from _listed(meeting.commitments, meeting.at("commitments"))
        for index, group in enumerate(meeting.steps or ()):
            yield from _listed(group.on, meeting.at("steps", index, "on"))
    for _, at, decision in plan.index.decisions:
        yield from _listed(decision.commitments, at / decision.KEY)
        if isinstance(decision, Merge):
            yield decision.into, at / "into"
    for commitment in plan.commitments.values():
        if commitment.merged_into:
            yield commitment.merged_into, commitment.at("merged_into")
        yield from _listed(commitment.merged_from, commitment.at("merged_from"))
    for _, at, slot in plan.index.slots:
        yield from _listed(slot.commitments, at / "commitments")


def _listed(names: Iterable[str], place: Place) -> Iterator[tuple[str, Place]]:
    for index, name in enumerate(names):
        yield name, place / index
