"""How far the commitments of the plan are carried out, as their institutions report it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ogp_cli.models.card import ASKED, Completion, Milestone
from ogp_cli.models.commitment import Adopted
from ogp_cli.models.partial_date import PartialDate, is_half_year, last_day
from ogp_cli.models.report import Report, Reported
from ogp_cli.models.types import Text
from ogp_cli.plan import Moment, Plan
from ogp_cli.process.fold import expected
from ogp_cli.process.vocabulary import ENDED

# The ids of the parts of each milestone, by its id; by "" those that are part of none.
Tree = Mapping[str, Sequence[str]]


class Due(NamedTuple):
    """A milestone that is still to be completed, when it is due, and the last day of that."""

    commitment: Adopted
    milestone: Milestone
    date: PartialDate
    day: dt.date


class Progress(NamedTuple):
    """How far a commitment of the plan is.

    `completion` is the last that was reported, and `period` the half-year of that report;
    `stated` is the institution's own word, if its last report has one. `done` of `all_` milestones
    are complete; those that have parts, or were dropped, do not count. `next` is the first that is
    still to come, `overdue` are those whose day has passed. A commitment that was withdrawn has
    neither.
    """

    completion: Completion | None = None
    period: str | None = None
    stated: Text | None = None
    done: int = 0
    all_: int = 0
    next: Due | None = None
    overdue: tuple[Due, ...] = ()


def progress(plan: Plan, commitment: Adopted) -> Progress:
    """Return how far a commitment of the plan is on `plan.day`."""
    reports = reports_on(plan, commitment)
    said = [(period, each.completion) for period, each in reports.items() if each.completion]
    period, completion = said[-1] if said else (None, None)
    words = [each.stated for each in reports.values() if each.completion or each.stated]
    known, counted = milestones_of(plan, commitment), leaves(plan, commitment)
    done = sum(_is_complete(known, each.id) for each in counted)
    due = due_dates(plan, commitment)
    overdue = tuple(each for each in due if plan.day and each.day < plan.day)
    coming = due[len(overdue) :]
    following = coming[0] if coming else None
    stated = words[-1] if words else None
    return Progress(completion, period, stated, done, len(counted), following, overdue)


def reports_of_plan(plan: Plan) -> list[Report]:
    """Return the reports of the half-years of the plan; of any half-year where it lists none."""
    periods = plan.info.periods
    known = (each for each in plan.reports.values() if not periods or each.id in periods)
    return [each for each in known if is_half_year(each.id)]


def reports_on(plan: Plan, commitment: Adopted) -> Mapping[str, Reported]:
    """Return what was reported of a commitment, by the half-year, the oldest first."""
    found = ((id_, each.last(commitment.id)) for id_, each in plan.reports.items())
    return {id_: each for id_, each in found if each and each.says_something}


def milestones_of(plan: Plan, commitment: Adopted) -> Mapping[str, Completion]:
    """Return how far each milestone is: what was last reported of it."""
    reports = reports_on(plan, commitment).values()
    return {id_: each for report in reports for id_, each in report.completions.items()}


def due_dates(plan: Plan, commitment: Adopted) -> list[Due]:
    """Return the milestones of a commitment that are not complete, in the order of their last days.

    Those that have parts, or were dropped, are left out; a part that has no day is due with what it
    is a part of. A commitment that was withdrawn has none.
    """
    if commitment.status in ENDED:
        return []
    known, dates = milestones_of(plan, commitment), deadlines_of(commitment)
    found = [
        Due(commitment, each, dates[each.id], last_day(dates[each.id]))
        for each in leaves(plan, commitment)
        if dates.get(each.id) and not _is_complete(known, each.id)
    ]
    return sorted(found, key=lambda due: due.day)


def deadlines_of(commitment: Adopted) -> Mapping[str, PartialDate]:
    """Return when each milestone is due, or "" where the plan says so in words that are no date.

    A part of which nothing is said is due with what it is a part of.
    """
    said = {each.id: each.due or "" for each in commitment.milestones if each.due or each.deadline}
    above = ((each.id, [*upwards(each.id)]) for each in commitment.milestones)
    return {
        id_: next(said[each] for each in ids if each in said)
        for id_, ids in above
        if said.keys() & ids
    }


def tree_of(milestones: Iterable[Milestone]) -> Tree:
    """Return the ids of the parts of each milestone: `1` has `1.1` and `1.2`; "" has the others."""
    ids = dict.fromkeys(each.id for each in milestones)
    tree: dict[str, list[str]] = {}
    for id_ in ids:
        above = id_.rpartition(".")[0]
        while above and above not in ids:
            above = above.rpartition(".")[0]
        tree.setdefault(above, []).append(id_)
    return tree


def standing_milestones(plan: Plan, commitment: Adopted) -> list[Milestone]:
    """Return the milestones that no meeting dropped, nor what they are a part of."""
    dropped = expected(plan).state(commitment.id).dropped.keys()
    return [each for each in commitment.milestones if dropped.isdisjoint(upwards(each.id))]


def leaves(plan: Plan, commitment: Adopted) -> list[Milestone]:
    """Return the milestones that stand and have no parts that do."""
    standing = standing_milestones(plan, commitment)
    tree = tree_of(standing)
    return [each for each in standing if each.id not in tree]


def lacking(plan: Plan, commitment: Adopted) -> list[str]:
    """Return the keys of a card that OGP's template asks for and that it does not have."""
    milestones, dates = leaves(plan, commitment), deadlines_of(commitment)
    without = {
        "start": [each.id for each in milestones if each.start is None],
        "due": [each.id for each in milestones if each.id not in dates],
    }
    dateless = [f"{key} ({', '.join(names)})" for key, names in without.items() if names]
    return [key for key in ASKED if not getattr(commitment, key)] + dateless


def _is_complete(known: Mapping[str, Completion], milestone: str) -> bool:
    """Whether a milestone was reported as complete, or one that it is a part of."""
    return any(known.get(each) == "complete" for each in upwards(milestone))


def upwards(milestone: str) -> Iterator[str]:
    """Yield an id of a milestone, and those that it is a part of: `1.2.3`, `1.2`, `1`."""
    while milestone:
        yield milestone
        milestone = milestone.rpartition(".")[0]


def to_report(plan: Plan, moment: Moment) -> list[str]:
    """Return the commitments of the plan at a moment, without those withdrawn: by their ids."""
    ledger = expected(plan)
    last = ((id_, ledger.last_line(id_, moment)) for id_ in plan.adopted)
    return [id_ for id_, line in last if line and line.status == "adopted"]
