"""The approvals and corrections of minutes: what each one seals, and whether it can."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ogp_cli.models.decision import Approval, Correction
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, moment_of
from ogp_cli.problem import Place
from ogp_cli.process.seal import adopted_at

Wrong = Literal["itself", "later", "twice"]


class OnMinutes(NamedTuple):
    """A decision of a meeting, at a place, on the minutes of another, and what is wrong with it.

    `earlier` is the meeting that approved the minutes before.
    """

    meeting: Meeting
    at: Place
    decision: Approval | Correction
    minutes: Meeting
    wrong: Wrong | None
    earlier: Meeting | None = None

    @property
    def seals(self) -> bool:
        """Whether it seals the minutes: a correction does where they were approved before."""
        is_approval = isinstance(self.decision, Approval)
        return self.wrong is None and (is_approval or self.earlier is not None)


class Sealed(NamedTuple):
    """What a meeting seals: minutes or the card of a commitment, by its id, and where it says so.

    `file` is that of what is sealed.
    """

    name: str
    meeting: Meeting
    at: Place
    file: str

    @property
    def seal(self) -> str | None:
        """The seal that the meeting's file has."""
        return self.meeting.seals.get(self.name)

    @property
    def seal_at(self) -> Place:
        """Where the seal stands, or is to stand."""
        return self.meeting.at("seals", self.name)


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


def sealed(plan: Plan) -> Iterator[Sealed]:
    """Yield all that meetings seal: approved minutes, the cards adopted there, and corrections.

    Of several seals of one thing, the last one counts.
    """
    for each in on_minutes(plan):
        if each.seals:
            at = each.at / each.decision.KEY
            yield Sealed(each.minutes.id, each.meeting, at, each.minutes.file)
            for name in adopted_at(plan, each.minutes):
                if name in plan.commitments:
                    yield Sealed(name, each.meeting, at, plan.commitments[name].file)
