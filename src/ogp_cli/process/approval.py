"""The approvals of minutes: what each one approves, and whether it can."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ogp_cli.models.decision import Approval, Correction
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, moment_of
from ogp_cli.problem import Place

Wrong = Literal["itself", "later", "twice"]


class OnMinutes(NamedTuple):
    """A decision of a meeting, at a place, on the minutes of another, and what is wrong with it.

    `earlier` is the meeting that approved the minutes before, where they were approved twice.
    """

    meeting: Meeting
    at: Place
    decision: Approval | Correction
    minutes: Meeting
    wrong: Wrong | None
    earlier: Meeting | None = None


class Approved(NamedTuple):
    """The approval of minutes, and its place."""

    at: Place
    decision: Approval


def approvals(plan: Plan) -> dict[str, Approved]:
    """Return the first approval of each meeting's minutes, by the meeting's id."""
    found: dict[str, Approved] = {}
    for _, at, decision in plan.index.decisions:
        if isinstance(decision, Approval):
            found.setdefault(decision.approve, Approved(at, decision))
    return found


def on_minutes(plan: Plan) -> Iterator[OnMinutes]:
    """Yield the decisions on the minutes of meetings that there are, in the order of the book."""
    approved: dict[str, Meeting] = {}
    for meeting, at, decision in plan.index.decisions:
        if not isinstance(decision, Approval | Correction):
            continue
        is_approval = isinstance(decision, Approval)
        name = decision.approve if isinstance(decision, Approval) else decision.correct
        minutes = plan.meetings.get(name)
        if minutes is None:
            continue
        wrong: Wrong | None = None
        if minutes is meeting:
            wrong = "itself"
        elif moment_of(minutes) > moment_of(meeting):
            wrong = "later"
        elif is_approval and minutes.id in approved:
            wrong = "twice"
        yield OnMinutes(meeting, at, decision, minutes, wrong, approved.get(minutes.id))
        if is_approval and wrong is None:
            approved[minutes.id] = meeting
