"""How far the drafting of a commitment is."""

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import Entry, Step
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.process.ledger import expected
from ogp_cli.process.vocabulary import DRAFTING, ENDED


def last_step(commitment: Commitment) -> Step | None:
    """Return the step that says how far the drafting of a commitment is, or None."""
    known = ((entry.step, DRAFTING.get(entry.step)) for entry in commitment.history)
    steps = [(step, of) for step, of in known if of and of.during in {None, commitment.status}]
    strong = [step for step, of in steps if not of.weak]
    return next(reversed(strong or [step for step, _ in steps]), None)


def is_over(plan: Plan, commitment: Commitment) -> bool:
    """Whether nothing more is drafted: the commitment has ended, or the plan was adopted."""
    return commitment.status in ENDED or expected(plan).closed is not None


def promised(plan: Plan, commitment: Commitment, until: Moment | None = None) -> int | None:
    """Return the index of the step that promises a coordination meeting still to come, or None.

    Of the steps heard up to `until`, the last one on such meetings counts.
    """
    found = None
    for index, entry in enumerate(commitment.history):
        if until and entry.meeting in plan.moments and plan.moments[entry.meeting] > until:
            break
        about = DRAFTING[entry.step].meeting if entry.step in DRAFTING else ""
        if about:
            found = index if about == "promised" else None
    return found


def waiting(plan: Plan, commitment: Commitment) -> int | None:
    """Return the index of the step whose coordination meeting is still to come, or None.

    A coordination meeting that was held on the commitment since counts before it is posted too.
    """
    index = promised(plan, commitment)
    since = plan.moments.get(commitment.history[index].meeting) if index is not None else None
    held = (moment_of(each) for each in plan.coordinations.get(commitment.id, ()))
    return None if since and any(moment > since for moment in held) else index


def is_held(entry: Entry) -> bool:
    """Whether a step says that a coordination meeting was held."""
    return entry.step in DRAFTING and DRAFTING[entry.step].meeting == "held"
