"""The commitments: what is proposed, what a merge makes, and what is in the plan.

A file says what the commitment was when it came into the book, and asserts its outcome.
"""

import re
from typing import ClassVar, Literal

from pydantic import Field

from ogp_cli.lang.catalogue import N_
from ogp_cli.models.base import Identity, Record, optional
from ogp_cli.models.card import Card, IrmCoding, Milestone, Named, names_of
from ogp_cli.models.history import History
from ogp_cli.models.types import (
    LABEL,
    AdoptedId,
    CommitmentId,
    Date,
    DraftedId,
    Label,
    NonBlank,
    OneOrMore,
    ProposalLabel,
    Text,
)

# In the order in which they are sorted.
Status = Literal[
    "standing",
    "merge-proposed",
    "pending",
    "merged",
    "cancelled",
    "dropped",
    "adopted",
    "not-adopted",
    "withdrawn",
    "replaced",
]


_NUMBER = (
    "The number that people use, as in `5`, `2.1` or `2A`. Proposals have one series and the "
    "commitments of the plan another; a merged commitment has none."
)


class Commitment(Named, Record):
    """What every commitment has; it is a `Proposal`, `Merged`, or `Adopted` into the plan."""

    # How a file of the kind refuses a key that only other kinds have: the fact, and what to do.
    MISPLACED: ClassVar[tuple[str, str]]

    number: Label | None = Field(default=None, description=_NUMBER)
    status: Status = Field(
        description="What became of the commitment: it stands; a merge of it is proposed; it was "
        "merged into another; it was cancelled; it was adopted, or not adopted. A merged "
        "commitment is `pending` while the merge is proposed, then it stands, or is `dropped` "
        "with the merge. A commitment of the plan is `adopted` until it is `withdrawn`, or "
        "`replaced` by another. `ogp post` writes it, and what it was made of and became."
    )
    adopted_as: OneOrMore[AdoptedId] | None = optional(
        "The commitment of the plan that it was adopted as, or those, where it was split."
    )
    history: History = optional(
        "What each meeting heard and decided about it, a word for each step; `ogp post` writes "
        "it, and the meetings have the rest.",
        {},
    )

    @classmethod
    def kinds(cls) -> tuple[type["Commitment"], ...]:
        """Return the three kinds of a file in `data/commitments/`."""
        return Adopted, Merged, Proposal

    @classmethod
    def kind_of(cls, values: object, identity: Identity) -> type["Commitment"]:
        """Return the kind of a file: `c1` is of the plan, and what has a number was proposed."""
        keys = values if isinstance(values, dict) else {}
        if re.fullmatch(f"c{LABEL}", identity.id) or Adopted.KEY in keys:
            return Adopted
        return Merged if Merged.KEY in keys and "number" not in keys else Proposal

    @property
    def made_from(self) -> tuple[str, ...]:
        """What a merge or an adoption made it of."""
        return ()

    @property
    def became(self) -> tuple[str, ...]:
        """What it was adopted as."""
        return names_of(self.adopted_as)


class Drafted(Commitment):
    """What may become a commitment of the plan: a proposal, or what a merge makes."""

    number: ProposalLabel | None = Field(default=None, description=_NUMBER)
    merged_into: DraftedId | None = optional("The commitment that it is merged into, or would be.")
    merged_from: tuple[DraftedId, ...] = optional(
        "The commitments that this one is made of, or would be.", ()
    )

    @property
    def made_from(self) -> tuple[str, ...]:
        """What merges made it of."""
        return self.merged_from


class Proposal(Drafted):
    """A commitment put forward for the plan; others may be merged into it."""

    MISPLACED: ClassVar = (
        N_("only a commitment of the plan has “{key}”"),
        N_("move it to the file that an adoption made, as in c1.yaml"),
    )

    proposed: Date | None = optional("The day of the proposal, where it is known.")


class Merged(Drafted):
    """What a merge makes of several commitments."""

    KEY: ClassVar = "merged_from"
    MISPLACED: ClassVar = (
        N_("a merged commitment does not have “{key}”"),
        N_("remove it, or “merged_from”"),
    )


class Adopted(Card, Commitment):
    """A commitment of the plan, even if it was withdrawn later.

    The keys from `supporting` to `irm` are those of OGP's template.
    """

    KEY: ClassVar = "adopted_from"
    MISPLACED: ClassVar = (
        N_("a commitment of the plan does not have “{key}”"),
        N_("remove it, or “adopted_from”"),
    )

    adopted_from: tuple[CommitmentId, ...] = optional(
        "What a commitment of the plan was made of; `[]` for one that a revision adds.", ()
    )
    ogp: NonBlank | None = optional("OGP's own id, as in `MO0001`.")
    policy_areas: tuple[Text, ...] = optional("The areas that OGP's Support Unit tags it with.", ())
    milestones: tuple[Milestone, ...] = optional("The steps of the implementation, in order.", ())
    irm: tuple[IrmCoding, ...] = optional(
        "What the Independent Reporting Mechanism found, by its report.", ()
    )

    @property
    def made_from(self) -> tuple[str, ...]:
        """What it was adopted from."""
        return self.adopted_from
