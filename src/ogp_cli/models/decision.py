"""The decisions of a meeting: on commitments, and on the minutes of earlier meetings."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ogp_cli.models.base import Part, part
from ogp_cli.models.refusal import ByKey, Pattern
from ogp_cli.models.types import CommitmentId, MeetingId, Text

Seal = Annotated[
    str,
    Pattern(
        r"^sha256:[0-9a-f]{64}$",
        "{value} is not a seal",
        "remove the line, and run: ogp post; it writes the seal",
    ),
]


@part
class Merge(Part):
    """A decision on several commitments becoming one."""

    KEY: ClassVar = "merge"  # which tells it from the other members of `Decision`

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
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on."""
        return self.merge


@part
class Cancellation(Part):
    """A decision that commitments end, with the reason."""

    KEY: ClassVar = "cancel"

    cancel: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
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

    reinstate: Annotated[tuple[CommitmentId, ...], Field(min_length=1)] = Field(
        description="The cancelled commitments that stand again."
    )

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on."""
        return self.reinstate


@part
class Approval(Part):
    """A decision that approves the minutes of an earlier meeting."""

    KEY: ClassVar = "approve"

    approve: MeetingId = Field(description="The earlier meeting whose minutes are approved.")
    seal: Seal | None = Field(
        default=None,
        description="A digest of what was approved, which `ogp post` writes: a later change to it "
        "is found.",
    )

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on: none."""
        return ()


@part
class Correction(Part):
    """A decision that corrects the minutes of an earlier meeting, which stay as they are."""

    KEY: ClassVar = "correct"

    correct: MeetingId = Field(description="The earlier meeting whose minutes are corrected.")
    text: Text = Field(description="The correction, as it is printed.")

    @property
    def commitments(self) -> tuple[str, ...]:
        """The commitments that are decided on: none."""
        return ()


Decision = Annotated[
    Merge | Cancellation | Reinstatement | Approval | Correction,
    ByKey(
        "a decision has exactly one of these keys: {keys}",
        "write one of them, as in “cancel: [5]”; write two decisions as two items",
    ),
]
