"""How far the commitments of the plan are carried out, as their institutions report it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ogp_cli.models.card import Completion, Milestone
from ogp_cli.models.commitment import Commitment
from ogp_cli.models.partial_date import last_day
from ogp_cli.models.report import Reported
from ogp_cli.plan import Moment, Plan
from ogp_cli.process.ledger import expected

# The ids of the parts of each milestone, by its id; by "" those that are part of none.
Tree = Mapping[str, Sequence[str]]


class Progress(NamedTuple):
    """How far a commitment of the plan is.

    `completion` is the last that was reported, and `period` the half-year of that report. `done` of
    `all_` milestones are complete; those that have parts do not count. `next` is the first that is
    still to come, `overdue` are those whose day has passed. A commitment that was withdrawn has
    neither.
    """

    completion: Completion | None = None
    period: str | None = None
    done: int = 0
    all_: int = 0
    next: Milestone | None = None
    overdue: tuple[Milestone, ...] = ()


def progress(plan: Plan, commitment: Commitment) -> Progress:
    """Return how far a commitment of the plan is, on the book's own day."""
    reports = reports_on(plan, commitment)
    said = [(period, each.completion) for period, each in reports.items() if each.completion]
    period, completion = said[-1] if said else (None, None)
    known, leaves = milestones_of(plan, commitment), _leaves(commitment)
    done = sum(_is_complete(known, each.id) for each in leaves)
    if commitment.status == "withdrawn":
        return Progress(completion, period, done, len(leaves))
    open_ = [each for each in leaves if each.due and not _is_complete(known, each.id)]
    due = sorted(open_, key=lambda each: last_day(each.due or ""))
    overdue = tuple(each for each in due if _is_past(plan, each))
    coming = due[len(overdue) :]
    return Progress(completion, period, done, len(leaves), coming[0] if coming else None, overdue)


def reports_on(plan: Plan, commitment: Commitment) -> Mapping[str, Reported]:
    """Return what was reported of a commitment, by the half-year, the oldest first."""
    found = ((id_, each.commitments.get(commitment.id)) for id_, each in plan.reports.items())
    return {id_: each for id_, each in found if each and each.says_something}


def milestones_of(plan: Plan, commitment: Commitment) -> Mapping[str, Completion]:
    """Return how far each milestone is: what was last reported of it."""
    reports = reports_on(plan, commitment).values()
    return {id_: each for report in reports for id_, each in report.milestones.items() if each}


class Due(NamedTuple):
    """A milestone that is still to be completed, and its last day."""

    commitment: Commitment
    milestone: Milestone
    day: dt.date


def due_dates(plan: Plan) -> list[Due]:
    """Return the milestones of the plan that are not complete, in the order of their last days.

    Those of commitments that were withdrawn are left out, and those that have parts.
    """
    found = [
        Due(commitment, each, last_day(each.due))
        for commitment in plan.adopted.values()
        if commitment.status == "adopted"
        for known in [milestones_of(plan, commitment)]
        for each in _leaves(commitment)
        if each.due and not _is_complete(known, each.id)
    ]
    return sorted(found, key=lambda due: due.day)


def tree_of(commitment: Commitment) -> Tree:
    """Return the ids of the parts of each milestone: `1` has `1.1` and `1.2`; "" has the others."""
    ids = dict.fromkeys(each.id for each in commitment.milestones)
    tree: dict[str, list[str]] = {}
    for id_ in ids:
        above = id_.rpartition(".")[0]
        while above and above not in ids:
            above = above.rpartition(".")[0]
        tree.setdefault(above, []).append(id_)
    return tree


def _leaves(commitment: Commitment) -> list[Milestone]:
    tree = tree_of(commitment)
    return [each for each in commitment.milestones if each.id not in tree]


def _is_complete(known: Mapping[str, Completion], milestone: str) -> bool:
    """Whether a milestone was reported as complete, or one that it is a part of."""
    steps = milestone.split(".")
    above = (".".join(steps[: end + 1]) for end in range(len(steps)))
    return any(known.get(each) == "complete" for each in above)


def _is_past(plan: Plan, milestone: Milestone) -> bool:
    return plan.day is not None and milestone.due is not None and last_day(milestone.due) < plan.day


def to_report(plan: Plan, moment: Moment) -> list[str]:
    """Return the commitments of the plan at a moment, without those withdrawn: by their ids."""
    ledger = expected(plan)
    last = ((id_, ledger.last_posting(id_, moment)) for id_ in plan.adopted)
    return [id_ for id_, posting in last if posting and posting.status == "adopted"]
