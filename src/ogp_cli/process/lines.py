"""The lines that a meeting writes into the histories: what it heard, and what it decided."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ogp_cli.models.commitment import Entry, Step
from ogp_cli.models.heard import MeetingToScheduleHeard, PlainHeard
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Decided, Plan
from ogp_cli.problem import Place
from ogp_cli.process.ledger import expected
from ogp_cli.process.vocabulary import EFFECTS, Order

Said = Entry | PlainHeard | MeetingToScheduleHeard


class Line(NamedTuple):
    """A line of a history: its step, where the meeting says so, and what the meeting says of it.

    That is what was `heard`, or what was `decided`.
    """

    step: Step
    at: Place
    heard: PlainHeard | MeetingToScheduleHeard | None = None
    decided: Decided | None = None

    @property
    def order(self) -> Order:
        """Where the line stands among those of its meeting."""
        return EFFECTS[self.step].order if self.step in EFFECTS else Order.HEARD


def lines_of(plan: Plan, meeting: Meeting) -> Mapping[str, list[Line]]:
    """Return the lines of a meeting by commitment, in order: what opens, what was heard, what ends.

    Where the meeting has no `steps`, those of its decisions alone.
    """
    return _lines(plan)[meeting.id]


@lru_cache(maxsize=4)
def _lines(plan: Plan) -> dict[str, dict[str, list[Line]]]:
    found: dict[str, dict[str, list[Line]]] = {id_: {} for id_ in plan.meetings}
    for meeting in plan.meetings.values():
        for index, group in enumerate(meeting.steps or ()):
            for name in group.on:
                place = meeting.at("steps", index)
                heard = [Line(each.step, place, each) for each in group.heard]
                found[meeting.id].setdefault(name, []).extend(heard)
    for name, postings in expected(plan).postings.items():
        for posting in postings:
            line = Line(posting.step, posting.decided.at, None, posting.decided)
            found[posting.decided.meeting.id].setdefault(name, []).append(line)
    for by_commitment in found.values():
        for lines in by_commitment.values():
            lines.sort(key=lambda line: line.order)
    return found


def key_of(said: Said) -> tuple[object, ...]:
    """Return what tells two steps apart that were heard: the step and what is said of it."""
    return said.step, said.date, getattr(said, "draft", None), said.note
