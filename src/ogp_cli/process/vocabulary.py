"""The vocabulary of OGP's process: what every decision, step and status means.

Each `match` is complete: the type checker fails if a word has no case.
"""

from enum import IntEnum
from typing import Literal, NamedTuple, assert_never, get_args

from ogp_cli.models.commitment import Status
from ogp_cli.models.decision import (
    Adoption,
    Amendment,
    Approval,
    Cancellation,
    Correction,
    Decision,
    Merge,
    Reinstatement,
    Rejection,
    Withdrawal,
)
from ogp_cli.models.history import DecisionStep, DraftingStep, Step

DECISION_STEPS: tuple[Step, ...] = get_args(DecisionStep)
STEPS: tuple[Step, ...] = (*get_args(DraftingStep), *DECISION_STEPS)
STATUSES: tuple[Status, ...] = get_args(Status)


class Order(IntEnum):
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

    order: Order
    takes: frozenset[Status]
    gives: Status | None
    makes: Status | None = None
    of_plan: bool = False


_OPEN: frozenset[Status] = frozenset({"standing", "merge-proposed", "pending"})


def effect(step: DecisionStep) -> Effect:
    """Return what the decision behind a step does."""
    match step:
        case "merge-proposed":
            return Effect(Order.OPENS, _OPEN, "merge-proposed", makes="pending")
        case "merge-dropped":
            return Effect(Order.OPENS, frozenset({"merge-proposed"}), None, makes="dropped")
        case "merged":
            return Effect(Order.ENDS, _OPEN, "merged", makes="standing")
        case "cancelled":
            return Effect(Order.ENDS, _OPEN, "cancelled")
        case "reinstated":
            return Effect(Order.OPENS, frozenset({"cancelled"}), None)
        case "adopted":
            return Effect(Order.PLANS, frozenset({"standing"}), "adopted", makes="adopted")
        case "amended":
            return Effect(Order.PLANS, frozenset({"adopted"}), "adopted", of_plan=True)
        case "withdrawn":
            return Effect(Order.PLANS, frozenset({"adopted"}), "withdrawn", of_plan=True)
        case "not-adopted":
            return Effect(Order.REJECTS, _OPEN, "not-adopted")
        case _:
            assert_never(step)


def step_of(decision: Decision) -> DecisionStep | None:
    """Return the step that a decision writes into the history of each commitment.

    None for a decision on the minutes of an earlier meeting.
    """
    match decision:
        case Merge():
            return _step_of_merge(decision.state)
        case Cancellation():
            return "cancelled"
        case Reinstatement():
            return "reinstated"
        case Adoption():
            return "adopted"
        case Rejection():
            return "not-adopted"
        case Amendment():
            return "amended"
        case Withdrawal():
            return "withdrawn"
        case Approval() | Correction():
            return None
        case _:
            assert_never(decision)


def _step_of_merge(state: Literal["proposed", "decided", "dropped"]) -> DecisionStep:
    match state:
        case "proposed":
            return "merge-proposed"
        case "decided":
            return "merged"
        case "dropped":
            return "merge-dropped"
        case _:
            assert_never(state)


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


def drafting(step: DraftingStep) -> Drafting:
    """Return what a step of the drafting is about."""
    match step:
        case "comments-shared":
            return Drafting()
        case "meeting-held":
            return Drafting(meeting="held")
        case "comments-integrating":
            return Drafting(after=_SHARED, group="comments")
        case "comments-integrated":
            return Drafting(after=_SHARED, group="comments", version=True)
        case "new-version-received":
            return Drafting(version=True)
        case "meeting-to-schedule":
            return Drafting(meeting="promised", weak=True)
        case "merged-card-pending":
            return Drafting(during="merge-proposed")
        case _:
            assert_never(step)


class Standing(NamedTuple):
    """What a status means: whether the drafting is over, and whether only a merge gives it."""

    ended: bool = False
    merged_only: bool = False


def standing(status: Status) -> Standing:
    """Return what a status means."""
    match status:
        case "standing":
            return Standing()
        case "merge-proposed":
            return Standing()
        case "pending":
            return Standing(merged_only=True)
        case "merged":
            return Standing(ended=True)
        case "cancelled":
            return Standing(ended=True)
        case "dropped":
            return Standing(ended=True, merged_only=True)
        case "adopted":
            return Standing()
        case "not-adopted":
            return Standing(ended=True)
        case "withdrawn":
            return Standing(ended=True)
        case _:
            assert_never(status)


EFFECTS: dict[Step, Effect] = {step: effect(step) for step in get_args(DecisionStep)}
DRAFTING: dict[Step, Drafting] = {step: drafting(step) for step in get_args(DraftingStep)}
ENDED = frozenset(status for status in STATUSES if standing(status).ended)
MERGED_ONLY = frozenset(status for status in STATUSES if standing(status).merged_only)
