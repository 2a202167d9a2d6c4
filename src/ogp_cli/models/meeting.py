"""One meeting: participants, discussion, decisions, agreements and schedule."""

from typing import Annotated, Literal

from pydantic import Field

from ogp_cli.models.base import Part, Record, part
from ogp_cli.models.decision import Decision
from ogp_cli.models.heard import Steps
from ogp_cli.models.types import (
    CommitmentId,
    Date,
    Gender,
    GroupId,
    LocalTime,
    OrganizationId,
    Text,
)


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
    organization: OrganizationId = Field(
        description="The person's institution, from organizations.yaml."
    )
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
class Slot(Part):
    """A coordination meeting that was scheduled, with an institution, on its commitments."""

    at: LocalTime = Field(description="When, in the plan's time zone, as in `2024-03-25 12:30`.")
    organizations: Annotated[tuple[OrganizationId, ...], Field(min_length=1)] = Field(
        description="The institutions concerned, from organizations.yaml."
    )
    commitments: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
        description="The commitments whose heads are invited."
    )
    attendees: tuple[GroupId, ...] = Field(
        default=(), description="Who else is invited: groups of plan.yaml."
    )


@part
class Meeting(Record):
    """The record of a meeting, from which its minutes are made."""

    date: Date = Field(description="The day of the meeting, as in `2024-03-21`.")
    kind: Literal["steering-committee", "coordination"] = Field(description="Who met.")
    reference: Text | None = Field(
        default=None, description="The number or reference that the minutes are filed under."
    )
    place: Venue | None = Field(default=None, description="Where the meeting took place.")
    participants: tuple[Participant, ...] = Field(default=(), description="Who took part.")
    agenda: tuple[Text, ...] = Field(default=(), description="What the meeting was called for.")
    discussed: tuple[Topic, ...] = Field(default=(), description="What was discussed.")
    steps: tuple[Steps, ...] | None = Field(
        default=None,
        description="What was heard of the drafting, which `ogp post` writes into the commitments. "
        "`[]` where nothing was heard.",
    )
    reviewed: Literal["all"] | None = Field(
        default=None,
        description="`all`: the meeting went through every commitment, and so do its minutes. "
        "Without it, they list what was heard of.",
    )
    decisions: tuple[Decision, ...] = Field(default=(), description="What was decided.")
    agreed: tuple[Text, ...] = Field(default=(), description="What was agreed besides.")
    schedule: tuple[Slot, ...] = Field(
        default=(), description="Coordination meetings to come, in order."
    )
