"""A list names the same thing twice.

Most often one of the two should be another number.

    - cancel: [22, 25, 22]
"""

from collections.abc import Iterator, Sequence

from ogp_cli.models.decision import Amendment
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.process.acts import acts_of
from ogp_cli.store.folder import PLAN

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that its own list has already."""
    for key in ("periods", "languages"):
        yield from _twice(getattr(plan.info, key), Place(PLAN, (key,)))
    for commitment in plan.commitments.values():
        yield from _twice(commitment.merged_from, commitment.at("merged_from"))
        yield from _twice(commitment.adopted_from or (), commitment.at("adopted_from"))
        ids = [each.id for each in commitment.milestones]
        yield from _twice(ids, commitment.at("milestones"))
        yield from _twice(commitment.supporting, commitment.at("supporting"))
        for index, milestone in enumerate(commitment.milestones):
            yield from _twice(milestone.by, commitment.at("milestones", index, "by"))
    for decided in plan.index.decisions:
        for act in acts_of(decided):
            yield from _twice(act.commitments, act.at)
        if isinstance(decided.decision, Amendment):
            yield from _twice(decided.decision.what, decided.at / "what")
    for meeting in plan.all_meetings:
        yield from _twice(meeting.commitments, meeting.at("commitments"))
        for index, group in enumerate(meeting.steps or ()):
            yield from _twice(group.on, meeting.at("steps", index, "on"))
    for _, at, slot in plan.index.slots:
        yield from _twice(slot.organizations, at / "organizations")
        yield from _twice(slot.commitments, at / "commitments")
        yield from _twice(slot.attendees, at / "attendees")


def _twice(names: Sequence[str], at: Place) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in first:
            message, hint = "“{name}” is listed twice", "keep one of the two"
            yield Finding(at / index, message, hint, {"name": name}, at / first[name])
        first.setdefault(name, index)
