"""A file names a commitment that does not exist.

A commitment is named by its id: the name of its file in `data/commitments/`, without `.yaml`.
"""

from collections.abc import Iterable, Iterator

from ogp_cli.models.meeting import Merge
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every reference that leads nowhere."""
    suggest = Nearest(plan.commitments)
    numbers = {str(each.number): each.id for each in plan.commitments.values() if each.number}
    for name, place in _references(plan):
        if not plan.has_commitment(name):
            near = numbers.get(name) or suggest(name)
            hint = "did you mean “{near}”?" if near else "create data/commitments/{name}.yaml"
            yield Finding(place, "no commitment “{name}”", hint, {"name": name, "near": near})


def _references(plan: Plan) -> Iterator[tuple[str, Place]]:
    for commitment in plan.commitments.values():
        if commitment.merged_into:
            yield commitment.merged_into, commitment.at("merged_into")
        yield from _listed(commitment.merged_from, commitment.at("merged_from"))
    for _, at, decision in plan.decisions():
        yield from _listed(decision.commitments, at / decision.KEY)
        if isinstance(decision, Merge):
            yield decision.into, at / "into"
    for _, at, slot in plan.schedule():
        yield from _listed(slot.commitments, at / "commitments")


def _listed(names: Iterable[str], place: Place) -> Iterator[tuple[str, Place]]:
    for index, name in enumerate(names):
        yield name, place / index
