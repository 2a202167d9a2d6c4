"""The decisions of a meeting: on proposals, on the plan, and on the minutes of other meetings.

A meeting's file lists them. `process/fold.py` folds those of all meetings into what became of
each commitment.
"""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ogp_cli.models.base import Part, optional, stated
from ogp_cli.models.card import Card, Milestone, MilestoneValues
from ogp_cli.models.history import DecisionStep
from ogp_cli.models.partial_date import PartialDate
from ogp_cli.models.refusal import ByKey, refuse
from ogp_cli.models.types import (
    AdoptedId,
    CommitmentId,
    Id,
    Label,
    MeetingId,
    NonEmpty,
    OneOrMore,
    OrganizationId,
    Text,
)

_STEP_OF_MERGE: dict[str, DecisionStep] = {
    "proposed": "merge-proposed",
    "decided": "merged",
    "dropped": "merge-dropped",
}


class _Decision(Part):
    """What all decisions have in common."""

    KEY: ClassVar[str]  # the key that tells it from the other members of `Decision`
    STEP: ClassVar[DecisionStep | None] = None

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on; none for a decision on minutes."""
        return () if self.step is None else getattr(self, self.KEY)

    @property
    def step(self) -> DecisionStep | None:
        """Its word in the history of each commitment; None for a decision on minutes."""
        return self.STEP


class Merge(_Decision):
    """A decision on several commitments becoming one."""

    KEY: ClassVar = "merge"

    merge: NonEmpty[CommitmentId] = Field(description="The commitments that become one.")
    into: CommitmentId = Field(description="The commitment that they become.")
    title: Text | None = optional("The title that the meeting gives to what comes of the merge.")
    lead: OneOrMore[OrganizationId] | None = optional(
        "The institution in charge of it, where its members do not have the same one."
    )
    state: Literal["proposed", "decided", "dropped"] = Field(
        description="A merge is proposed at one meeting, and decided or dropped at a later one."
    )

    @property
    def step(self) -> DecisionStep:
        """Its word in the history of each commitment."""
        return _STEP_OF_MERGE[self.state]


class Cancellation(_Decision):
    """A decision that commitments end, with the reason."""

    KEY: ClassVar = "cancel"
    STEP: ClassVar = "cancelled"

    cancel: NonEmpty[CommitmentId] = Field(description="The commitments that end.")
    reason: Text | None = optional("Why. OGP requirement 4.1 asks for it.")


class Reinstatement(_Decision):
    """A decision that takes back a cancellation or a withdrawal."""

    KEY: ClassVar = "reinstate"
    STEP: ClassVar = "reinstated"

    reinstate: NonEmpty[CommitmentId] = Field(
        description="The commitments that were cancelled or withdrawn, and are what they were "
        "before."
    )
    reason: Text | None = optional("Why.")


class AdoptedItem(Part):
    """A commitment of the plan: its number there, and the proposals that it was made of."""

    number: Label = Field(description="Its number in the plan. The file of number 1 is `c1.yaml`.")
    from_: tuple[CommitmentId, ...] = Field(
        alias="from",
        description="The proposals, or merged commitments, that it was made of; `[]` for one that "
        "a revision of the plan adds.",
    )
    title: Text | None = optional("The title that it was adopted with.")

    @property
    def id(self) -> str:
        """The id of the commitment of the plan: `c` and its number."""
        return f"c{self.number}"


class Adoption(_Decision):
    """A decision that adopts the action plan; what it leaves out is not adopted."""

    KEY: ClassVar = "adopt"
    STEP: ClassVar = "adopted"

    adopt: NonEmpty[AdoptedItem] = Field(
        description="The commitments of the plan, as in `{number: 1, from: [5]}`."
    )

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on: what is adopted, and as what."""
        return tuple(name for each in self.adopt for name in (*each.from_, each.id))


class Explanation(_Decision):
    """A decision that gives the reason that is owed for commitments that ended."""

    KEY: ClassVar = "explain"
    STEP: ClassVar = "explained"

    explain: NonEmpty[CommitmentId] = Field(
        description="Commitments that were cancelled, withdrawn or not adopted."
    )
    reason: Text | None = optional("Why. OGP requirement 4.1 asks for it.")


class Amendment(_Decision):
    """A decision that gives commitments other values: each one that it names gets the same."""

    KEY: ClassVar = "amend"
    STEP: ClassVar = "amended"

    amend: NonEmpty[CommitmentId] = Field(
        description="Commitments of the plan that are in force, or proposals that are open."
    )
    set_: Card | None = Field(
        default=None, alias="set", description="The keys of the card that change, and their values."
    )
    move: dict[Id, PartialDate] = optional(
        "Milestones that get another due date, as in `{1: 2026-03}`.", {}
    )
    change: dict[Id, MilestoneValues] = optional("Milestones whose other keys change.", {})
    add: tuple[Milestone, ...] = optional("Milestones that are added.", ())
    drop: tuple[Id, ...] = optional(
        "Milestones that are dropped: what was reported of them stays.", ()
    )
    reason: Text | None = optional("Why.")

    @model_validator(mode="after")
    def _says_what_changes(self) -> Self:
        if not (self.values or self.milestones):
            raise refuse(
                "the amendment does not say what changes",
                "add “set” with the new values, or “move”, “change”, “add” or “drop” with "
                "milestones, as in “move: {{1: 2026-03}}”",
            )
        return self

    @property
    def values(self) -> dict[str, Any]:
        """The values that are set, by the key of the card."""
        return stated(self.set_) if self.set_ else {}

    @property
    def milestones(self) -> tuple[str, ...]:
        """The milestones that change."""
        return (*self.move, *self.change, *(each.id for each in self.add), *self.drop)


class Withdrawal(_Decision):
    """A decision that withdraws commitments from the plan."""

    KEY: ClassVar = "withdraw"
    STEP: ClassVar = "withdrawn"

    withdraw: NonEmpty[AdoptedId] = Field(
        description="The commitments of the plan that are withdrawn."
    )
    reason: Text | None = optional("Why.")


class Approval(_Decision):
    """A decision that approves the minutes of an earlier meeting."""

    KEY: ClassVar = "approve"

    approve: MeetingId = Field(description="The earlier meeting whose minutes are approved.")


class Correction(_Decision):
    """A decision that corrects the minutes of an earlier meeting, and seals them anew."""

    KEY: ClassVar = "correct"

    correct: MeetingId = Field(description="The earlier meeting whose minutes are corrected.")
    text: Text = Field(description="The correction, as it is printed.")


Decision = Annotated[
    Merge
    | Cancellation
    | Reinstatement
    | Adoption
    | Explanation
    | Amendment
    | Withdrawal
    | Approval
    | Correction,
    ByKey(
        "a decision has exactly one of these keys: {keys}",
        "write one of them, as in “cancel: [5]”; write two decisions as two items",
    ),
]
