"""The vocabulary of OGP's process: what every decision, step and status means.

Each table has a row for every word of its kind: `tests/test_vocabulary.py` fails where one is
missing.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Literal, NamedTuple, get_args

from ogp_cli.models.commitment import Status
from ogp_cli.models.history import DecisionStep, DraftingStep, Step

STEPS: tuple[Step, ...] = (*get_args(DraftingStep), *get_args(DecisionStep))
STATUSES: tuple[Status, ...] = get_args(Status)


class StepOrder(IntEnum):
    """The order of the steps of one meeting: what opens, what is heard, what ends, the plan."""

    OPENS = 0
    HEARD = 1
    ENDS = 2
    PLANS = 3
    REJECTS = 4


class Effect(NamedTuple):
    """What a decision does to each commitment that it names.

    `takes` are the statuses in which it can be taken, `gives` is the status that it leads to; None
    stands for the status before any decision. A decision on a merge gives the merged commitment the
    status `makes` (a dropped merge does so once its last member is gone), and so does an adoption.
    A decision `of_plan` is on commitments of the plan, others are on proposals and on merges.
    """

    order: StepOrder
    takes: frozenset[Status]
    gives: Status | None
    makes: Status | None = None
    of_plan: bool = False


_OPEN: frozenset[Status] = frozenset({"standing", "merge-proposed", "pending"})
_STANDING: frozenset[Status] = frozenset({"standing"})
_PROPOSED: frozenset[Status] = frozenset({"merge-proposed"})
_CANCELLED: frozenset[Status] = frozenset({"cancelled"})
_ADOPTED: frozenset[Status] = frozenset({"adopted"})

EFFECTS: Mapping[Step, Effect] = {
    "merge-proposed": Effect(StepOrder.OPENS, _OPEN, "merge-proposed", makes="pending"),
    "merge-dropped": Effect(StepOrder.OPENS, _PROPOSED, None, makes="dropped"),
    "merged": Effect(StepOrder.ENDS, _OPEN, "merged", makes="standing"),
    "cancelled": Effect(StepOrder.ENDS, _OPEN, "cancelled"),
    "reinstated": Effect(StepOrder.OPENS, _CANCELLED, None),
    "adopted": Effect(StepOrder.PLANS, _STANDING, "adopted", makes="adopted"),
    "not-adopted": Effect(StepOrder.REJECTS, _OPEN, "not-adopted"),
    "amended": Effect(StepOrder.PLANS, _ADOPTED, "adopted", of_plan=True),
    "withdrawn": Effect(StepOrder.PLANS, _ADOPTED, "withdrawn", of_plan=True),
}


class Drafting(NamedTuple):
    """What a step of the drafting needs, excludes and says.

    One of the steps in `after` must come before it. A meeting hears only one step of a `group`. The
    step brings a `version` to meet about, or promises or reports a coordination `meeting`. It also
    says how far the drafting is: a `weak` step only if no other step does, a step with `during`
    only while the commitment has that status.
    """

    after: frozenset[Step] = frozenset()
    group: str = ""
    version: bool = False
    meeting: Literal["", "promised", "held"] = ""
    weak: bool = False
    during: Status | None = None


_SHARED: frozenset[Step] = frozenset({"comments-shared"})

DRAFTING: Mapping[Step, Drafting] = {
    "comments-shared": Drafting(),
    "meeting-held": Drafting(meeting="held"),
    "comments-integrating": Drafting(after=_SHARED, group="comments"),
    "comments-integrated": Drafting(after=_SHARED, group="comments", version=True),
    "new-version-received": Drafting(version=True),
    "meeting-to-schedule": Drafting(meeting="promised", weak=True),
    "merged-card-pending": Drafting(during="merge-proposed"),
}

# The statuses in which the drafting is over, and those that only a merge gives.
ENDED: frozenset[Status] = frozenset({"merged", "cancelled", "dropped", "not-adopted", "withdrawn"})
MERGED_ONLY: frozenset[Status] = frozenset({"pending", "dropped"})
