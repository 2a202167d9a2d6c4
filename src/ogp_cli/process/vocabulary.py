"""The vocabulary of OGP's process: what every decision, step and status means.

Each table has a row for every word of its kind: `tests/test_vocabulary.py` fails where one is
missing.
"""

from collections.abc import Mapping, Set
from enum import IntEnum
from typing import Literal, NamedTuple, get_args

from ogp_cli.models.commitment import Status
from ogp_cli.models.history import DecisionStep, DraftingStep, Step

STEPS: tuple[Step, ...] = (*get_args(DraftingStep), *get_args(DecisionStep))
STATUSES: tuple[Status, ...] = get_args(Status)


class StepOrder(IntEnum):
    """The order in which the steps of one meeting are shown."""

    OPENS = 0
    HEARD = 1
    ENDS = 2
    PLANS = 3
    EXPLAINS = 4


class Effect(NamedTuple):
    """What a decision does to each commitment that it names.

    `takes` are the statuses in which it can be taken, `gives` is the status that it leads to; None
    stands for the status before any decision or, in an amendment and an explanation, for the same
    one. A decision on a merge gives the merged commitment the status `makes` (a dropped merge does
    so once its last member is gone), and so does an adoption. It is `on` proposals and what merges
    make of them, on the commitments of the plan, or on both.
    """

    order: StepOrder
    takes: Set[Status]
    gives: Status | None
    makes: Status | None = None
    on: Literal["proposals", "plan", "both"] = "proposals"


# What nothing has ended. Once the plan is adopted, it is `not-adopted`.
OPEN: frozenset[Status] = frozenset({"standing", "merge-proposed", "pending"})
_NOT_KEPT: frozenset[Status] = frozenset({"cancelled", "withdrawn", "not-adopted"})

EFFECTS: Mapping[Step, Effect] = {
    "merge-proposed": Effect(StepOrder.OPENS, OPEN, "merge-proposed", makes="pending"),
    "merge-dropped": Effect(StepOrder.OPENS, {"merge-proposed"}, None, makes="dropped"),
    "merged": Effect(StepOrder.ENDS, OPEN, "merged", makes="standing"),
    "cancelled": Effect(StepOrder.ENDS, OPEN, "cancelled"),
    "reinstated": Effect(StepOrder.OPENS, {"cancelled", "withdrawn"}, None, on="both"),
    "adopted": Effect(
        StepOrder.PLANS, {"standing", "adopted"}, "adopted", makes="adopted", on="both"
    ),
    "amended": Effect(StepOrder.PLANS, OPEN | {"adopted"}, None, on="both"),
    "withdrawn": Effect(StepOrder.PLANS, {"adopted"}, "withdrawn", on="plan"),
    "explained": Effect(StepOrder.EXPLAINS, _NOT_KEPT, None, on="both"),
}


class Drafting(NamedTuple):
    """What a step of the drafting needs, excludes and says.

    One of the steps in `after` must come before it. A meeting hears only one step of a `group`. The
    step brings a `version` to meet about, or promises or reports a coordination `meeting`. It also
    says how far the drafting is: a `weak` step only if no other step does, a step with `during`
    only while the commitment has that status.
    """

    after: Set[Step] = frozenset()
    group: str = ""
    version: bool = False
    meeting: Literal["", "promised", "held"] = ""
    weak: bool = False
    during: Status | None = None


DRAFTING: Mapping[Step, Drafting] = {
    "comments-shared": Drafting(),
    "meeting-held": Drafting(meeting="held"),
    "comments-integrating": Drafting(after={"comments-shared"}, group="comments"),
    "comments-integrated": Drafting(after={"comments-shared"}, group="comments", version=True),
    "new-version-received": Drafting(version=True),
    "meeting-to-schedule": Drafting(meeting="promised", weak=True),
    "merged-card-pending": Drafting(during="merge-proposed"),
}

# The statuses in which the drafting is over, and those that only a merge gives.
ENDED: frozenset[Status] = frozenset(
    {"merged", "cancelled", "dropped", "not-adopted", "withdrawn", "replaced"}
)
MERGED_ONLY: frozenset[Status] = frozenset({"pending", "dropped"})
