"""Which slots of the schedules were kept: their coordination meeting was held."""

from collections.abc import Iterable, Mapping

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan.index import Scheduled
from ogp_cli.plan.institutions import Institutions
from ogp_cli.problem import Place


def fulfilled(
    slots: Iterable[Scheduled],
    meetings: Mapping[str, Meeting],
    commitments: Mapping[str, Commitment],
    institutions: Institutions,
) -> dict[Place, Meeting]:
    """Return the slots that were kept, by their place, each with the meeting that kept it.

    That is a coordination meeting on the same day, with one of the slot's institutions: somebody
    from it took part, or it leads a commitment that the meeting was about.
    """
    by_day: dict[object, list[tuple[Meeting, set[str]]]] = {}
    for meeting in meetings.values():
        if meeting.kind == "coordination":
            there = _institutions(meeting, commitments)
            by_day.setdefault(meeting.date, []).append((meeting, there))
    return {
        scheduled.at: meeting
        for scheduled in slots
        for meeting, there in by_day.get(scheduled.slot.at.date(), ())
        if any(institutions.related(a, b) for a in scheduled.slot.organizations for b in there)
    }


def _institutions(meeting: Meeting, commitments: Mapping[str, Commitment]) -> set[str]:
    known = (commitments[each] for each in meeting.commitments if each in commitments)
    leads = (lead for each in known for lead in each.leads)
    return {*(person.organization for person in meeting.participants), *leads}
