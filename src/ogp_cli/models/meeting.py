"""One meeting: participants, discussion, decisions, agreements and schedule."""

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from ogp_cli.models.base import Part, Record, optional
from ogp_cli.models.decision import Decision
from ogp_cli.models.evidence import Evidence
from ogp_cli.models.history import Steps
from ogp_cli.models.kinds import NO_MEETINGS, MeetingKind
from ogp_cli.models.partial_date import HalfYear, PartialDate
from ogp_cli.models.refusal import Pattern, refuse
from ogp_cli.models.types import (
    CommitmentId,
    Date,
    Gender,
    GroupId,
    Hour,
    Id,
    LocalTime,
    NonEmpty,
    OrganizationId,
    PersonName,
    Positive,
    Reference,
    SlotKey,
    Text,
)
from ogp_cli.problem import Place

Seal = Annotated[
    str,
    Pattern(
        r"^1:[a-z]{2,3}:sha256:[0-9a-f]{64}$",
        "{value} is not a seal",
        "remove the line, and run: ogp post; it writes the seal",
    ),
]


class Venue(Part):
    """Where the meeting took place."""

    mode: Literal["remote", "in-person", "hybrid"] = Field(description="How people took part.")
    address: Text | None = optional("The room, the building, the town.")


class Participant(Part):
    """A person in the room, or an institution without names, in the order of the minutes."""

    name: PersonName | None = optional(
        "The person's name, without honorific. Without it, the institution is meant."
    )
    gender: Gender | None = optional(
        "`f` or `m`: the honorific follows from it. Without it, the name stands alone."
    )
    organization: OrganizationId = Field(
        description="The person's institution, from organizations.yaml."
    )
    role: Text | None = optional(
        "The person's function, printed before the institution; where it names the institution, "
        "in its place."
    )
    represented_by: PersonName | None = optional(
        "Who came in the person's or the institution's place."
    )

    @model_validator(mode="after")
    def _is_a_person_with_a_name(self) -> Self:
        if self.gender and not self.name:
            raise refuse(
                "a gender is given, but no name",
                "write the name; for an institution alone, remove “gender”",
            )
        return self


class DrawnUp(Part):
    """Where and when a document was drawn up, as it stands above the signatures."""

    town: Text = Field(description="The town.")
    date: Date = Field(description="The day, as in `2024-03-25`.")


class Topic(Part):
    """A topic of the discussion and the points made on it."""

    topic: Text = Field(description="What was discussed.")
    points: tuple[Text, ...] = optional("The points made, one text each.", ())


class Agreed(Part):
    """A point that was agreed: what is to be done, by whom and until when."""

    text: Text = Field(description="What was agreed.")
    by: tuple[OrganizationId, ...] = optional("The institutions that are to do it.", ())
    due: PartialDate | None = optional("When it is due: a day, a month or a year.")


def _agreed_kind(value: object) -> str:
    is_point = isinstance(value, Agreed) or (isinstance(value, dict) and "text" in value)
    return "<point>" if is_point else "<text>"


Point = Annotated[
    Annotated[Agreed, Tag("<point>")] | Annotated[Text, Tag("<text>")], Discriminator(_agreed_kind)
]


class Slot(Part):
    """A coordination meeting that was scheduled, with an institution, on its commitments."""

    at: LocalTime = Field(description="When, in the plan's time zone, as in `2024-03-25 12:30`.")
    organizations: NonEmpty[OrganizationId] = Field(
        description="The institutions concerned, from organizations.yaml."
    )
    commitments: NonEmpty[CommitmentId] = Field(
        description="The commitments whose heads are invited."
    )
    attendees: tuple[GroupId, ...] = optional("Who else is invited: groups of plan.yaml.", ())
    end: LocalTime | None = optional("When it ends, where that is known, as in `2024-03-25 13:30`.")
    place: Venue | None = optional("Where it takes place.")
    id: Id | None = optional(
        "What later meetings call it, where another slot begins at the same time."
    )

    @property
    def keys(self) -> set[str]:
        """What later meetings may call it."""
        return {f"{self.at:%Y-%m-%d %H:%M}", *([self.id] if self.id else [])}

    def moved(self, at: dt.datetime) -> "Slot":
        """Return it as it is at another time; it stays as long."""
        return self.model_copy(update={"at": at, "end": self.end and at + (self.end - self.at)})

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end and self.end <= self.at:
            raise refuse("the slot ends before it starts", "correct its start or its end")
        return self


class Meeting(Record):
    """The record of a meeting, from which its minutes are made."""

    date: Date = Field(description="The day of the meeting, as in `2024-03-21`.")
    last_day: Date | None = optional("The last day of a meeting that lasted longer than one.")
    time: Hour | None = optional("The hour, as in `10:00`.")
    end: Hour | None = optional("The hour at which it ended, as in `12:30`.")
    kind: MeetingKind = Field(
        description="The kind. Three are not meetings, and have no minutes: `act` is a decree or "
        "another decision, `letter` is mail, `note` is the secretariat's own."
    )
    title: Text | None = optional("What the meeting was called, as it stands on its minutes.")
    state: Literal["planned", "held"] = optional(
        "`planned`: it is still to take place, and has an agenda, but no decisions.", "held"
    )
    reference: Text | None = optional("The number or reference that the minutes are filed under.")
    place: Venue | None = optional("Where the meeting took place.")
    chair: Participant | None = optional("Who chaired the meeting.")
    participants: tuple[Participant, ...] = optional("Who took part.", ())
    apologies: tuple[Participant, ...] = optional("Who was invited and sent apologies.", ())
    absent: tuple[Participant, ...] = optional(
        "Who was invited, did not come and sent no apologies.", ()
    )
    minutes_by: Participant | None = optional("Who took the minutes of the meeting.")
    attendance: dict[Id, Positive] = optional(
        "How many people took part, by sector or by group of plan.yaml, where their names are not "
        "known or not published.",
        {},
    )
    slot: SlotKey | None = optional(
        "The slot in which a coordination meeting was held. Its hour, place, institutions and "
        "commitments are those of the slot, unless the meeting has its own."
    )
    organizations: tuple[OrganizationId, ...] = optional(
        "The institutions that a coordination meeting was held with.", ()
    )
    commitments: tuple[CommitmentId, ...] = optional(
        "The commitments that a coordination meeting was about: it was held on each.", ()
    )
    agenda: tuple[Text, ...] = optional("What the meeting was called for.", ())
    discussed: tuple[Topic, ...] = optional("What was discussed.", ())
    steps: tuple[Steps, ...] | None = optional(
        "What was reported on the drafting; `[]` where nothing was."
    )
    reviewed: Literal["all"] | None = optional(
        "`all`: the meeting went through every commitment, and so do its minutes. Without it, "
        "they list only what was reported."
    )
    decisions: tuple[Decision, ...] = optional(
        "What was decided, in the order in which it takes effect.", ()
    )
    agreed: tuple[Point, ...] = optional(
        "What was agreed besides: a text, or `{text: …, by: […], due: …}`.", ()
    )
    presented: Annotated[HalfYear, Reference("period")] | None = optional(
        "The half-year whose results were presented, by its last month, as in `2025-06`."
    )
    schedule: tuple[Slot, ...] = optional("Coordination meetings to come, in order.", ())
    reschedule: dict[SlotKey, LocalTime] = optional(
        "Slots that the meeting moved: for each, the new day and hour.", {}
    )
    call_off: dict[SlotKey, Text] = optional(
        "Slots that the meeting called off: for each, the reason.", {}
    )
    next: Date | None = optional("The day of the next meeting, where this one set it.")
    drawn_up: DrawnUp | None = optional(
        "Where and when the minutes were drawn up; of a planned meeting, the invitation."
    )
    documents: tuple[Evidence, ...] = optional(
        "The papers of the meeting, as the signed minutes.", ()
    )
    seals: dict[Id, Seal] = optional(
        "Digests of the minutes that it approves or corrects, and of the cards that these adopt: "
        "`ogp post` writes them, and `ogp check` finds later changes.",
        {},
    )

    @model_validator(mode="after")
    def _has_a_slot_of_its_kind(self) -> Self:
        if self.slot and self.kind != "coordination":
            raise refuse(
                "only a coordination meeting is held in a slot",
                "write “kind: coordination”, or remove “slot”",
            )
        return self

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        days = self.last_day and self.last_day < self.date
        hours = not self.last_day and self.time and self.end and self.end <= self.time
        if days or hours:
            raise refuse("the meeting ends before it starts", "correct its start or its end")
        if self.next and self.next <= self.date:
            raise refuse("the next meeting is not after this one", "correct its day")
        return self

    @property
    def has_minutes(self) -> bool:
        """Whether somebody met: an act, a letter or a note has no minutes."""
        return self.kind not in NO_MEETINGS

    @property
    def present(self) -> set[str]:
        """The institutions that were there or represented, by their ids."""
        there = [*([self.chair] if self.chair else []), *self.participants]
        represented = (each for each in (*self.apologies, *self.absent) if each.represented_by)
        return {each.organization for each in (*there, *represented)}

    @property
    def people(self) -> list[tuple[Place, Participant]]:
        """Everybody whom the meeting names, with the place."""
        alone = {"chair": self.chair, "minutes_by": self.minutes_by}
        lists = {
            "participants": self.participants,
            "apologies": self.apologies,
            "absent": self.absent,
        }
        return [
            *((self.at(key), each) for key, each in alone.items() if each),
            *(
                (self.at(key, index), each)
                for key, people in lists.items()
                for index, each in enumerate(people)
            ),
        ]

    @property
    def is_held(self) -> bool:
        """Whether it took place, and counts."""
        return self.state == "held"

    @property
    def coordinated_commitments(self) -> tuple[str, ...]:
        """The commitments that a coordination meeting was about."""
        return self.commitments if self.kind == "coordination" else ()
