"""One meeting: who came, what was said, decided and agreed, and what was scheduled."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ogp_cli.models.base import Part, Record, part
from ogp_cli.models.refusal import ByKey, refuse
from ogp_cli.models.types import Date, Gender, Id, LocalTime, Text


@part
class Venue(Part):
    """Where the meeting took place."""

    mode: Literal["remote", "in-person", "hybrid"] = Field(description="How people took part.")
    address: Text | None = Field(default=None, description="The room, the building, the town.")


@part
class Participant(Part):
    """A person in the room, in the order of the minutes."""

    name: Text = Field(description="The person's name, without honorific.")
    gender: Gender = Field(description="`f` or `m`: the honorific follows from it.")
    organization: Id = Field(description="The person's institution, from organizations.yaml.")
    role: Text | None = Field(
        default=None,
        description="The person's function, printed in place of the institution's name.",
    )


@part
class Topic(Part):
    """A topic of the discussion and the points made on it."""

    topic: Text = Field(description="What was discussed.")
    points: tuple[Text, ...] = Field(default=(), description="The points made, one text each.")


@part
class Merge(Part):
    """A decision on several commitments becoming one."""

    KEY: ClassVar = "merge"  # which tells it from the other members of `Decision`

    merge: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The commitments that become one."
    )
    into: Id = Field(description="The commitment that they become.")
    title: Text | None = Field(
        default=None, description="The title that the meeting gives to what comes of the merge."
    )
    state: Literal["proposed", "decided", "dropped"] = Field(
        description="A merge is proposed at one meeting, and decided or dropped at a later one."
    )

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on."""
        return self.merge


@part
class Cancellation(Part):
    """A decision that commitments end, with the reason."""

    KEY: ClassVar = "cancel"

    cancel: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The commitments that end."
    )
    reason: Text | None = Field(default=None, description="Why. OGP requirement 4.1 asks for it.")

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on."""
        return self.cancel


@part
class Reinstatement(Part):
    """A decision that cancelled commitments stand again."""

    KEY: ClassVar = "reinstate"

    reinstate: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The cancelled commitments that stand again."
    )

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on."""
        return self.reinstate


Decision = Annotated[
    Merge | Cancellation | Reinstatement,
    ByKey(
        "a decision has exactly one of these keys: {keys}",
        "write one of them, as in “cancel: [5]”; write two decisions as two items",
    ),
]


@part
class Slot(Part):
    """A coordination meeting that was scheduled, with an institution, on its commitments."""

    at: LocalTime = Field(description="When, on the plan's own clock, as in `2024-03-25 12:30`.")
    organizations: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The institutions concerned, from organizations.yaml."
    )
    commitments: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The commitments whose heads are invited."
    )
    attendees: tuple[Id, ...] = Field(
        default=(), description="Who else is invited: groups of plan.yaml."
    )
    end: LocalTime | None = Field(
        default=None, description="When it ends, where that is known, as in `2024-03-25 13:30`."
    )
    place: Venue | None = Field(default=None, description="Where it takes place.")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end and self.end <= self.at:
            raise refuse("the slot ends before it starts", "correct its start or its end")
        return self


@part
class Meeting(Record):
    """The record of a meeting, from which its minutes are made."""

    date: Date = Field(description="The day of the meeting, as in `2024-03-21`.")
    kind: Literal["steering-committee", "coordination"] = Field(description="Who met.")
    place: Venue | None = Field(default=None, description="Where the meeting took place.")
    participants: tuple[Participant, ...] = Field(default=(), description="Who took part.")
    agenda: tuple[Text, ...] = Field(default=(), description="What the meeting was called for.")
    discussed: tuple[Topic, ...] = Field(default=(), description="What was discussed.")
    decisions: tuple[Decision, ...] = Field(default=(), description="Merges and cancellations.")
    agreed: tuple[Text, ...] = Field(default=(), description="What was agreed besides.")
    schedule: tuple[Slot, ...] = Field(
        default=(), description="Coordination meetings to come, in order."
    )
