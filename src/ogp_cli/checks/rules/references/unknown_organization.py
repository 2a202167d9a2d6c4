"""A file names an institution that `data/organizations.yaml` does not have.

Each institution is listed there once, with its names and its sector; other files use its id.
"""

from collections.abc import Iterator

from ogp_cli.checks.references import unknown
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.nearest import Nearest
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place
from ogp_cli.store.folder import ORGANIZATIONS

LEVEL: Level = "error"
NEEDS = {"organizations"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every name that leads nowhere, where it is first written."""
    known = plan.organizations
    message, hint = "no institution “{name}”", "add it to data/organizations.yaml"
    return unknown(_references(plan), known.__contains__, Nearest(known), message, hint)


def _references(plan: Plan) -> Iterator[tuple[str, Place]]:
    for name, organization in plan.organizations.items():
        if organization.part_of:
            yield organization.part_of, Place(ORGANIZATIONS, (name, "part_of"))
    for commitment in plan.commitments.values():
        yield from _in_charge(commitment)
    for meeting in plan.all_meetings:
        yield from _people(meeting)
    for _, at, slot in plan.index.slots:
        for item, name in enumerate(slot.organizations):
            yield name, at / "organizations" / item


def _in_charge(commitment: Commitment) -> Iterator[tuple[str, Place]]:
    if commitment.lead:
        yield commitment.lead, commitment.at("lead")
    for index, name in enumerate(commitment.supporting):
        yield name, commitment.at("supporting", index)
    for index, milestone in enumerate(commitment.milestones):
        for item, name in enumerate(milestone.by):
            yield name, commitment.at("milestones", index, "by", item)


def _people(meeting: Meeting) -> Iterator[tuple[str, Place]]:
    if meeting.chair:
        yield meeting.chair.organization, meeting.at("chair", "organization")
    for key in ("participants", "apologies"):
        for index, person in enumerate(getattr(meeting, key)):
            yield person.organization, meeting.at(key, index, "organization")
