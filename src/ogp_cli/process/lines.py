"""The lines that a meeting writes into the histories: what it heard, and what it decided."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Final, NamedTuple

from ogp_cli.models.heard import MeetingToScheduleHeard, PlainHeard
from ogp_cli.models.history import Entry, Step
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Decided, Plan
from ogp_cli.problem import Place
from ogp_cli.process.ledger import expected
from ogp_cli.process.vocabulary import EFFECTS, StepOrder

HELD: Final = "meeting-held"  # the step that a coordination meeting writes

Said = Entry | PlainHeard | MeetingToScheduleHeard


class Line(NamedTuple):
    """A line of a history: its step, where the meeting says so, and what the meeting says of it.

    That is what was `heard`, or what was `decided`. A step that is `noted` stands in the history
    already: the coordination meeting that it is about wrote it.
    """

    step: Step
    at: Place
    heard: PlainHeard | MeetingToScheduleHeard | None = None
    decided: Decided | None = None
    noted: bool = False

    @property
    def order(self) -> StepOrder:
        """Where the line stands among those of its meeting."""
        return EFFECTS[self.step].order if self.step in EFFECTS else StepOrder.HEARD


Lines = Mapping[str, list[Line]]


def lines_of(plan: Plan, meeting: Meeting) -> Lines:
    """Return the lines of a meeting by commitment, in order: what opens, what was heard, what ends.

    Where the meeting does not say its steps, those of its decisions alone. What is only noted is
    left out.
    """
    of_all = all_lines(plan).items()
    return {name: written(lines[meeting.id]) for name, lines in of_all if meeting.id in lines}


def written(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that the meeting itself writes into the history."""
    return [line for line in lines if not line.noted]


@lru_cache(maxsize=4)
def all_lines(plan: Plan) -> Mapping[str, Lines]:
    """Return the lines of every commitment, by the meeting."""
    found: dict[str, dict[str, list[Line]]] = {}
    held = _held(plan)
    for meeting in plan.meetings.values():
        for name, line in _heard(meeting, held):
            own = found.setdefault(name, {}).setdefault(meeting.id, [])
            own += [line] if line else []
    for name, postings in expected(plan).postings.items():
        for posting in postings:
            line = Line(posting.step, posting.decided.at, None, posting.decided)
            by_meeting = found.setdefault(name, {})
            by_meeting.setdefault(posting.decided.meeting.id, []).append(line)
    for by_meeting in found.values():
        for lines in by_meeting.values():
            lines.sort(key=lambda line: line.order)
    return found


# The commitments that coordination meetings were about, each with the day of the meeting.
_Held = Set[tuple[str, dt.date | None]]


def _held(plan: Plan) -> _Held:
    by_commitment = plan.coordinations.items()
    return {(name, each.date) for name, meetings in by_commitment for each in meetings}


def _heard(meeting: Meeting, held: _Held) -> Iterator[tuple[str, Line | None]]:
    """Yield what a meeting heard of each commitment; None where it heard of no step.

    A coordination meeting says of each of its commitments that it was held.
    """
    for index, name in enumerate(meeting.coordinated_commitments):
        day = meeting.date.isoformat()  # as a file has it, for the model reads it
        was_held = PlainHeard(step=HELD, date=day)  # type: ignore[arg-type]
        yield name, Line(HELD, meeting.at("commitments", index), was_held)
    for index, group in enumerate(meeting.steps or ()):
        place = meeting.at("steps", index)
        for name in group.on:
            yield name, None
            for each in group.heard:
                is_noted = each.step == HELD and (name, each.date) in held
                yield name, Line(each.step, place, each, noted=is_noted)


def key_of(said: Said) -> tuple[object, ...]:
    """Return what tells two steps apart that were heard: the step and what is said of it."""
    return said.step, said.date, getattr(said, "draft", None), said.note
