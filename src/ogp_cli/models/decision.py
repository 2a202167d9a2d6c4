"""The decisions of a meeting: on proposals, on the plan, and on the minutes of other meetings.

A meeting's file lists them. `process/ledger.py` folds those of all meetings into what became of
each commitment.
"""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ogp_cli.models.base import Part
from ogp_cli.models.history import CardKey, DecisionStep
from ogp_cli.models.partial_date import PartialDate
from ogp_cli.models.refusal import ByKey, Pattern, refuse
from ogp_cli.models.types import AdoptedId, CommitmentId, Id, Label, MeetingId, Text

Seal = Annotated[
    str,
    Pattern(
        r"^sha256:[0-9a-f]{64}$",
        "{value} is not a seal",
        "remove the line, and run: ogp post; it writes the seal",
    ),
]

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
        """The step that it writes into the history of each; None for a decision on minutes."""
        return self.STEP


class Merge(_Decision):
    """A decision on several commitments becoming one."""

    KEY: ClassVar = "merge"

    merge: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
        description="The commitments that become one."
    )
    into: CommitmentId = Field(description="The commitment that they become.")
    title: Text | None = Field(
        default=None, description="The title that the meeting gives to what comes of the merge."
    )
    state: Literal["proposed", "decided", "dropped"] = Field(
        description="A merge is proposed at one meeting, and decided or dropped at a later one."
    )

    @property
    def step(self) -> DecisionStep:
        """The step that it writes into the history of each commitment."""
        return _STEP_OF_MERGE[self.state]


class Cancellation(_Decision):
    """A decision that commitments end, with the reason."""

    KEY: ClassVar = "cancel"
    STEP: ClassVar = "cancelled"

    cancel: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
        description="The commitments that end."
    )
    reason: Text | None = Field(default=None, description="Why. OGP requirement 4.1 asks for it.")


class Reinstatement(_Decision):
    """A decision that cancelled commitments stand again."""

    KEY: ClassVar = "reinstate"
    STEP: ClassVar = "reinstated"

    reinstate: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
        description="The cancelled commitments that stand again."
    )


class Adopted(Part):
    """A commitment of the plan: its number there, and the proposals that it was made of."""

    number: Label = Field(description="Its number in the plan. The file of number 1 is `c1.yaml`.")
    from_: tuple[CommitmentId, ...] = Field(
        alias="from",
        description="The proposals, or merged commitments, that it was made of; `[]` for one that "
        "a revision of the plan adds.",
    )
    title: Text | None = Field(default=None, description="The title that it was adopted with.")

    @model_validator(mode="after")
    def _has_a_title(self) -> Self:
        if self.title is None and len(self.from_) != 1:
            raise refuse(
                "commitment {number} of the plan has no title",
                "add a line that starts with “title:”: it does not come from one proposal alone",
                number=self.number,
            )
        return self

    @property
    def id(self) -> str:
        """The id of the commitment of the plan: `c` and its number."""
        return f"c{self.number}"


class Adoption(_Decision):
    """A decision that adopts the action plan; what it leaves out is not adopted."""

    KEY: ClassVar = "adopt"
    STEP: ClassVar = "adopted"

    adopt: Annotated[tuple[Adopted, ...], Field(min_length=1)] = Field(
        description="The commitments of the plan, as in `{number: 1, from: [5]}`."
    )

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on: what is adopted, and as what."""
        return tuple(name for each in self.adopt for name in (*each.from_, each.id))


class Rejection(_Decision):
    """A decision that says why proposals were not adopted."""

    KEY: ClassVar = "decline"
    STEP: ClassVar = "not-adopted"

    decline: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
        description="The proposals that the adoption left out."
    )
    reason: Text | None = Field(default=None, description="Why. OGP requirement 4.1 asks for it.")


class Amendment(_Decision):
    """A decision that changes the cards of commitments of the plan, or moves milestones of one."""

    KEY: ClassVar = "amend"
    STEP: ClassVar = "amended"

    amend: Annotated[tuple[AdoptedId, ...], Field(min_length=1)] = Field(
        description="The commitments of the plan that are amended."
    )
    what: tuple[CardKey, ...] = Field(
        default=(), description="The keys of their cards that change, for a person to write."
    )
    move: dict[Id, PartialDate] = Field(
        default_factory=dict,
        description="Milestones that get another due date, as in `{1: 2026-03}`, which `ogp post` "
        "writes into the card.",
    )
    reason: Text | None = Field(default=None, description="Why.")

    @model_validator(mode="after")
    def _says_what_changes(self) -> Self:
        if self.move and len(self.amend) > 1:
            raise refuse(
                "an amendment can move the milestones of one commitment only",
                "write an amendment for each commitment, as in “amend: [c1]”",
            )
        if not self.what and not self.move:
            raise refuse(
                "the amendment does not say what changes",
                "add “what: [solution]” with the keys of the card, or “move: {{1: 2026-03}}”",
            )
        return self

    @property
    def changed(self) -> tuple[CardKey, ...]:
        """The keys that change: a milestone that moves changes the milestones."""
        moved: tuple[CardKey, ...] = ("milestones",) if self.move else ()
        return tuple(dict.fromkeys((*self.what, *moved)))


class Withdrawal(_Decision):
    """A decision that withdraws commitments from the plan."""

    KEY: ClassVar = "withdraw"
    STEP: ClassVar = "withdrawn"

    withdraw: Annotated[tuple[AdoptedId, ...], Field(min_length=1)] = Field(
        description="The commitments of the plan that are withdrawn."
    )
    reason: Text | None = Field(default=None, description="Why.")


class Approval(_Decision):
    """A decision that approves the minutes of an earlier meeting."""

    KEY: ClassVar = "approve"

    approve: MeetingId = Field(description="The earlier meeting whose minutes are approved.")
    seal: Seal | None = Field(
        default=None,
        description="A digest of what was approved, which `ogp post` writes: a later change to it "
        "is found.",
    )


class Correction(_Decision):
    """A decision that corrects the minutes of an earlier meeting, which stay as they are."""

    KEY: ClassVar = "correct"

    correct: MeetingId = Field(description="The earlier meeting whose minutes are corrected.")
    text: Text = Field(description="The correction, as it is printed.")


Decision = Annotated[
    Merge
    | Cancellation
    | Reinstatement
    | Adoption
    | Rejection
    | Amendment
    | Withdrawal
    | Approval
    | Correction,
    ByKey(
        "a decision has exactly one of these keys: {keys}",
        "write one of them, as in “cancel: [5]”; write two decisions as two items",
    ),
]
