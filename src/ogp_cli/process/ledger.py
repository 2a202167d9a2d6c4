"""The ledger: what became of each commitment, and its story, as the meetings say.

`process/fold.py` computes it. The commitments' files assert a part of it, which `asserted` returns.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Literal, NamedTuple

from ogp_cli.models.card import Milestone
from ogp_cli.models.commitment import Status
from ogp_cli.models.history import MeetingToScheduleHeard, PlainHeard, Step
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Decided, Moment, moment_of
from ogp_cli.problem import Place
from ogp_cli.process.acts import Act
from ogp_cli.process.vocabulary import EFFECTS, OPEN, StepOrder


class ValueChange(NamedTuple):
    """A value that an amendment changes: of a key of the card or, with its id, of a milestone.

    A milestone that is added has no value before, one that is dropped has none after.
    """

    key: str
    before: Any
    after: Any
    milestone: str = ""

    @property
    def word(self) -> str:
        """What changes, as the index of a story says it."""
        return f"milestone {self.milestone}" if self.milestone else self.key


class Line(NamedTuple):
    """A line of a commitment's story: a step that a meeting `heard` of, or `decided`, and where.

    What was heard is at the name of the commitment, and its word is elsewhere. A decision gives the
    commitment its `status`. What is only `noted` is not in the story: the coordination meeting that
    it is about has the same line.
    """

    meeting: Meeting
    step: Step
    at: Place
    heard: PlainHeard | MeetingToScheduleHeard | None = None
    decided: Decided | None = None
    status: Status = "standing"
    changes: tuple[ValueChange, ...] = ()
    noted: bool = False
    word_at: Place | None = None

    @property
    def order(self) -> StepOrder:
        """Where the line is shown among those of its meeting."""
        return EFFECTS[self.step].order if self.step in EFFECTS else StepOrder.HEARD

    @property
    def draft(self) -> str | None:
        """Which draft a meeting to schedule is about."""
        return self.heard.draft if isinstance(self.heard, MeetingToScheduleHeard) else None

    @property
    def words(self) -> list[str]:
        """What the index of the story says of it."""
        if self.changes:
            return [f"{self.step} {each}" for each in dict.fromkeys(c.word for c in self.changes)]
        return [f"{self.step}/{self.draft}" if self.draft else self.step]


Why = Literal[
    "below",
    "unmade",
    "itself",
    "target-ended",
    "circle",
    "taken",
    "not-open",
    "not-ended",
    "undecided",
    "number",
    "in-plan",
    "not-in-plan",
    "milestones-of-plan",
    "no-milestone",
    "dropped-milestone",
    "same-milestone",
    "due-first",
]


class Refusal(NamedTuple):
    """A decision on a commitment that cannot be carried out, and the earlier one that forbids it.

    What it names is made `below` it, or nowhere above; the merge is into the commitment `itself`,
    into one that has ended, or forms a cycle; the commitment already has another outcome (`taken`),
    none that the decision could undo, or none to explain. What is adopted is in a merge that is
    `undecided`, or its `number` is taken. The commitment is `in-plan`, or is not, and has no
    milestones then. A `milestone` is not there, was dropped, is there already, or would be due
    before it starts: `at` is its place.
    """

    commitment: str
    act: Act
    decided: Decided
    why: Why
    earlier: Decided | None = None
    milestone: str = ""
    at: Place | None = None


@dataclass(slots=True)
class State:
    """One commitment at a moment.

    `into` is what it is merged into, or would be, or what it was adopted as. What a merge makes has
    `members`, in the order of the decision, also while the merge is proposed, and so has a
    commitment of the plan; `were` are those of a proposed merge before the last meeting at which
    some left it, `left_at`. `made` is the last decision on that, `last` the last one on its status.
    `before` is the status before any decision on the commitment itself. `card` has the values that
    it has by then, by key, and `milestones` those with the `dropped` ones; `added_at` says where
    one stands that is not in its file. `presented` are the half-years whose results were, by
    meeting. It is explained (`is_explained`) where a reason was given for its end.
    """

    kind: Literal["proposal", "merge", "plan"] = "proposal"
    status: Status = "standing"
    before: Status = "standing"
    into: tuple[str, ...] = ()
    members: dict[str, Decided] = field(default_factory=dict)
    were: tuple[str, ...] = ()
    left_at: Meeting | None = None
    made: Decided | None = None
    last: Decided | None = None
    card: dict[str, Any] = field(default_factory=dict)
    milestones: dict[str, Milestone] = field(default_factory=dict)
    dropped: dict[str, Decided] = field(default_factory=dict)
    added_at: dict[str, Place] = field(default_factory=dict)
    story: list[Line] = field(default_factory=list)
    presented: list[tuple[Meeting, str]] = field(default_factory=list)
    is_explained: bool = False

    @property
    def lines(self) -> list[Line]:
        """The story, without what is only noted."""
        return [each for each in self.story if not each.noted]

    def lines_of(self, meeting: Meeting) -> list[Line]:
        """Return the lines of the meeting that the ledger was computed up to."""
        return [*takewhile(lambda line: line.meeting is meeting, reversed(self.story))][::-1]

    def amended_at(self, *keys: str, milestone: str = "") -> Place | None:
        """Return the last decision that changed one of these keys, of the card or a milestone."""
        wanted = {(key, milestone) for key in keys}
        changed = (
            line.at
            for line in reversed(self.story)
            if not wanted.isdisjoint((each.key, each.milestone) for each in line.changes)
        )
        return next(changed, None)

    @property
    def is_there(self) -> bool:
        """Whether it was proposed on its own, or a meeting made it."""
        return self.kind == "proposal" or self.made is not None


_STANDING = State()
# Where a proposal can end.
_FINAL = ("adopted", "withdrawn", "not-adopted", "cancelled")


@dataclass(slots=True)
class Ledger:
    """The state of each commitment that has a file or that a meeting names.

    `refused` are the decisions that contradict an earlier one. `left_open` are the members of a
    proposed merge that the decision on it does not name, each with that decision. `adoption` is the
    decision that adopted the plan; `presented` has the first meeting that presented the results of
    each half-year.
    """

    states: dict[str, State] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    left_open: list[tuple[str, Decided]] = field(default_factory=list)
    adoption: Decided | None = None
    presented: dict[str, Meeting] = field(default_factory=dict)

    def state(self, commitment: str) -> State:
        """Return the state of a commitment; if nothing is known of it, it stands."""
        return self.states.get(commitment, _STANDING)

    def story(self, commitment: str) -> list[Line]:
        """Return the lines of a commitment's story, in the order of the meetings."""
        return self.state(commitment).lines

    def amended(self, commitment: str) -> dict[str, str]:
        """Return the last meeting that changed each key and milestone, by the index's words."""
        lines = self.story(commitment)
        return {change.word: line.meeting.id for line in lines for change in line.changes}

    def status(self, commitment: str) -> Status:
        """Return the status of a commitment: what the plan leaves out is not adopted."""
        state = self.state(commitment)
        return "not-adopted" if self.adoption and state.status in OPEN else state.status

    def last_line(self, commitment: str, moment: Moment) -> Line | None:
        """Return the last decision in a commitment's story up to a moment, or None."""
        lines = reversed(self.story(commitment))
        past = (each for each in lines if each.decided and moment_of(each.meeting) <= moment)
        return next(past, None)

    def path(self, commitment: str) -> list[str]:
        """Return what a commitment becomes, or would, and what that becomes, and so on."""
        return list(self._following(commitment, lambda state: state.into))

    def sources(self, commitment: str) -> list[str]:
        """Return what a commitment was made of, each followed by what that was made of."""
        return list(self._following(commitment, self._members))

    def _following(
        self, commitment: str, next_of: Callable[[State], tuple[str, ...]]
    ) -> dict[str, None]:
        found: dict[str, None] = {}
        left = list(reversed(next_of(self.state(commitment))))
        while left:
            name = left.pop()
            if name not in found and name != commitment:
                found[name] = None
                left += reversed(next_of(self.state(name)))
        return found

    def ends(self, commitment: str) -> list[str]:
        """Return what a commitment leads to: itself, or the last of what it becomes."""
        return [each for each in (commitment, *self.path(commitment)) if not self.state(each).into]

    def outcome(self, commitment: str) -> Status:
        """Return where a commitment ended, through merges and the adoption.

        What befalls a merged commitment befalls its members too, also while the merge is only
        proposed. Of several commitments that it was split into, one that is in force counts first.
        """
        own, ends = self.status(commitment), {*map(self.status, self.ends(commitment))}
        final = next((each for each in _FINAL if each in ends), None)
        if final:
            return final
        through = {*map(self.status, self.path(commitment))}
        return "merge-proposed" if own == "merged" and "merge-proposed" in through else own

    def asserted(self, commitment: str) -> dict[str, Any]:
        """Return what the file of a commitment says of its outcome, by key; None for no key."""
        state = self.state(commitment)
        members, is_adopted = self._members(state), state.status in {"adopted", "replaced"}
        into = None if is_adopted else state.into
        adopted_as = state.into if is_adopted else None
        return {
            "adopted_from": members if state.kind == "plan" else None,
            "status": self.status(commitment),
            "merged_into": into[0] if into else None,
            "merged_from": members or None if state.kind != "plan" else None,
            "adopted_as": adopted_as or None,
            "history": dict(self._index(state)) or None,
        }

    @staticmethod
    def _members(state: State) -> tuple[str, ...]:
        """Return what it is made of; a dropped merge keeps what it had last."""
        return tuple(state.members) or (state.were if state.status == "dropped" else ())

    @staticmethod
    def _index(state: State) -> Iterator[tuple[str, tuple[str, ...]]]:
        said = [(each.meeting, each.words) for each in state.lines]
        said += [(meeting, [f"presented {period}"]) for meeting, period in state.presented]
        by_meeting: dict[str, list[str]] = {}
        for meeting, words in sorted(said, key=lambda each: moment_of(each[0])):
            by_meeting.setdefault(meeting.id, []).extend(words)
        return ((meeting, tuple(dict.fromkeys(words))) for meeting, words in by_meeting.items())
