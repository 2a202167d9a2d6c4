"""The approvals and corrections of minutes: what each one seals, and whether it can."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from ogp_cli.models.decision import Approval, Correction
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, moment_of
from ogp_cli.problem import Place
from ogp_cli.process.as_of import as_of
from ogp_cli.process.implementation import lacking
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

    What has no minutes, as an act, seals the cards that it adopts, once they are complete. Of
    several seals of one thing, the last one counts.
    """
    for meeting in plan.meetings.values():
        for name, at in () if meeting.has_minutes else adopted_at(plan, meeting):
            if name in meeting.seals or _is_complete(plan, name, meeting):
                yield from _card(plan, name, meeting, at)
    for each in on_minutes(plan):
        if each.seals:
            at = each.at / each.decision.KEY
            yield Sealed(each.minutes.id, each.meeting, at, each.minutes.file)
            for name, _ in adopted_at(plan, each.minutes):
                yield from _card(plan, name, each.meeting, at)


def _card(plan: Plan, name: str, meeting: Meeting, at: Place) -> Iterator[Sealed]:
    if name in plan.commitments:
        yield Sealed(name, meeting, at, plan.commitments[name].file)


def _is_complete(plan: Plan, name: str, meeting: Meeting) -> bool:
    """Whether a card has all that OGP's template asks for, as a meeting adopted it."""
    then = as_of(plan, moment_of(meeting))
    card = then.adopted.get(name)
    return card is not None and not lacking(then, card)


def unsealed(plan: Plan) -> Iterator[tuple[Meeting, Mapping[str, Place]]]:
    """Yield the meetings that adopted cards without a seal, with these.

    Where the book approves no minutes, none are to be sealed by an approval.
    """
    done = {each.name for each in sealed(plan)}
    is_approving = not done.isdisjoint(plan.meetings)
    for meeting in plan.meetings.values():
        cards = {name: at for name, at in adopted_at(plan, meeting) if name not in done}
        if cards and (is_approving or not meeting.has_minutes):
            yield meeting, cards
