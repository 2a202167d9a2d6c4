"""A file names a commitment that does not exist.

A commitment is named by its id: the name of its file in `data/commitments/`, without `.yaml`. An
unknown name is reported once, even if several files use it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from ogp_cli.checks.references import unknown
from ogp_cli.models.decision import Adoption
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.acts import acts_of

LEVEL: Level = "error"

_NONE = "no commitment “{name}”"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that leads nowhere, where it is first written."""
    proposals = (each for each in plan.commitments.values() if not each.is_adopted)
    numbers = {str(each.number): each.id for each in proposals if each.number}
    lowered = {name.lower(): name for name in plan.commitments}  # C1 is c1
    nearest = Nearest(plan.commitments)
    made = [*_adopted(plan)]
    names = {name for name, _ in made}
    return chain(
        unknown(
            made,
            plan.has_commitment,
            lambda _: "",
            _NONE,
            "to create its file, post this meeting; if it had one, take it back from git",
        ),
        unknown(
            ((name, at) for name, at in _references(plan) if name not in names),
            plan.has_commitment,
            lambda name: numbers.get(name) or lowered.get(name.lower()) or nearest(name),
            _NONE,
            "create data/commitments/{name}.yaml",
        ),
    )


def _adopted(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Yield the commitments of the plan, where a meeting adopts them."""
    for decided in plan.index.decisions:
        if isinstance(decided.decision, Adoption):
            for act in acts_of(decided):
                yield act.target or "", act.target_at or decided.at


def _references(plan: Plan) -> Iterator[tuple[str, Place]]:
    for meeting in plan.all_meetings:
        yield from _listed(meeting.commitments, meeting.at("commitments"))
        for index, group in enumerate(meeting.steps or ()):
            yield from _listed(group.on, meeting.at("steps", index, "on"))
    yield from _of_decisions(plan)
    for commitment in plan.commitments.values():
        for key in ("merged_into", "adopted_as"):
            if name := getattr(commitment, key):
                yield name, commitment.at(key)
        for key in ("merged_from", "adopted_from"):
            yield from _listed(getattr(commitment, key) or (), commitment.at(key))
    for _, at, slot in plan.index.slots:
        yield from _listed(slot.commitments, at / "commitments")
    for report in plan.reports.values():
        for name in report.commitments:
            yield name, report.at("commitments", name).name


def _of_decisions(plan: Plan) -> Iterator[tuple[str, Place]]:
    for decided in plan.index.decisions:
        for act in acts_of(decided):
            yield from _listed(act.commitments, act.at)
            if act.target and act.target_at:
                yield act.target, act.target_at


def _listed(names: Iterable[str], place: Place) -> Iterator[tuple[str, Place]]:
    for index, name in enumerate(names):
        yield name, place / index
