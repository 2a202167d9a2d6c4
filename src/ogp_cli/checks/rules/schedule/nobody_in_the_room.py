"""A meeting deals with an institution's commitments, but nobody from the institution is there.

A participant from one of its departments, or from the institution that it is a department of,
counts too. A meeting of the steering committee must also name at least one participant. OGP
requirement 1.1 asks for a forum that really meets.
"""

from collections.abc import Iterator

from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "warning"
NEEDS = {"organizations", "plan"}  # a book that has no lists of participants skips it in plan.yaml


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every absent institution once a meeting, where it is named first.

    And every meeting of the steering committee with nobody at all.
    """
    for meeting in plan.meetings.values():
        present = {person.organization for person in meeting.participants}
        if not present and meeting.kind == "steering-committee":
            yield Finding(
                meeting.at("participants").name,
                "the meeting of {meeting} lists no participants",
                "add the participants, or accept the warning here",
                {"meeting": meeting.id},
            )
        if not present:
            continue
        represented = {each for name in present for each in plan.institutions.chain(name)}
        for name, place in _concerned(plan, meeting).items():
            is_there = name in represented or not present.isdisjoint(plan.institutions.chain(name))
            if plan.institutions.is_known(name) and not is_there:
                yield Finding(
                    place,
                    "nobody from “{name}” was at the meeting of {meeting}",
                    "add whoever was there to the participants, or accept the warning here",
                    {"name": name, "meeting": meeting.id},
                    None if place.file == meeting.file else meeting.at("participants").name,
                )


def _concerned(plan: Plan, meeting: Meeting) -> dict[str, Place]:
    """Return the institutions that the meeting was about, and where they are named."""
    concerned: dict[str, Place] = {}
    for number, slot in enumerate(meeting.schedule):
        for index, name in enumerate(slot.organizations):
            concerned.setdefault(name, meeting.at("schedule", number, "organizations", index))
    for name in plan.index.entries_of(meeting.id):
        commitment = plan.commitments[name]
        if commitment.lead and commitment.lead not in concerned:
            concerned[commitment.lead] = commitment.at("lead")
    return concerned
