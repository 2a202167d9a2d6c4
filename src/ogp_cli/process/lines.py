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


Lines = Mapping[str, list[Line]]


def lines_of(plan: Plan, meeting: Meeting) -> Lines:
    """Return the lines of a meeting by commitment, in order: what opens, what was heard, what ends.

    Where the meeting has no `steps`, those of its decisions alone.
    """
    of_all = all_lines(plan).items()
    return {name: lines[meeting.id] for name, lines in of_all if meeting.id in lines}


@lru_cache(maxsize=4)
def all_lines(plan: Plan) -> Mapping[str, Lines]:
    """Return the lines of every commitment, by the meeting."""
    found: dict[str, dict[str, list[Line]]] = {}
    for meeting in plan.meetings.values():
        for index, group in enumerate(meeting.steps or ()):
            place = meeting.at("steps", index)
            heard = [Line(each.step, place, each) for each in group.heard]
            for name in group.on:
                found.setdefault(name, {}).setdefault(meeting.id, []).extend(heard)
    for name, postings in expected(plan).postings.items():
        for posting in postings:
            line = Line(posting.step, posting.decided.at, None, posting.decided)
            by_meeting = found.setdefault(name, {})
            by_meeting.setdefault(posting.decided.meeting.id, []).append(line)
    for by_meeting in found.values():
        for lines in by_meeting.values():
            lines.sort(key=lambda line: line.order)
    return found


def key_of(said: Said) -> tuple[object, ...]:
    """Return what tells two steps apart that were heard: the step and what is said of it."""
    return said.step, said.date, getattr(said, "draft", None), said.note
