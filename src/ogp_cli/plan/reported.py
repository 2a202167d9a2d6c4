"""What a meeting heard, and the files that its minutes are made of."""

from ogp_cli.models.commitment import Commitment, Entry
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan.plan import Plan
from ogp_cli.store.folder import ORGANIZATIONS, PLAN


def reported(plan: Plan, meeting: Meeting) -> list[tuple[Commitment, list[Entry]]]:
    """Return what a meeting heard: the commitments before it, each with its steps there.

    Those that ended before the meeting are left out, and so are cards that nothing says anything
    of yet. A meeting that heard of no step at all heard of no commitment.
    """
    heard = plan.heard(meeting.id)
    if not heard:
        return []
    rows = ((commitment, heard.get(id_, [])) for id_, commitment in plan.commitments.items())
    return [row for row in rows if row[1] or _is_alive(plan, row[0], meeting)]


def files_behind(plan: Plan, meeting: Meeting) -> frozenset[str]:
    """Return the files that the minutes of a meeting are made of, unreadable ones included."""
    named = {
        *(each for decision in meeting.decisions for each in decision.commitments),
        *(each for slot in meeting.schedule for each in slot.commitments),
        *(commitment.id for commitment, _ in reported(plan, meeting)),
    }
    known = [plan.commitments[name] for name in named if name in plan.commitments]
    targets = [plan.commitments.get(each.merged_into or "") for each in known]
    records = (meeting, *known, *filter(None, targets))
    return plan.unread | {PLAN, ORGANIZATIONS, *(record.file for record in records)}


def _is_alive(plan: Plan, commitment: Commitment, meeting: Meeting) -> bool:
    """Whether a commitment was before a steering committee that reports nothing on it."""
    if meeting.kind != "steering-committee" or _has_ended(plan, commitment, meeting):
        return False
    sources = (plan.commitments.get(source) for source in commitment.merged_from)
    return commitment.is_proposal or any(
        source and _has_ended(plan, source, meeting) for source in sources
    )


def _has_ended(plan: Plan, commitment: Commitment, meeting: Meeting) -> bool:
    """Whether a commitment ended before a meeting; ids order the meetings of a day."""
    ends = (entry for entry in commitment.history if entry.step in {"merged", "cancelled"})
    moments = ((plan.day_of(entry), entry.meeting) for entry in ends)
    return any(day and (day, heard) < (meeting.date, meeting.id) for day, heard in moments)
