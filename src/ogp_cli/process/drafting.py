"""How far the drafting of a commitment is."""

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import Step
from ogp_cli.plan import Moment, Plan, moment_of
from ogp_cli.process.fold import expected
from ogp_cli.process.ledger import Line
from ogp_cli.process.vocabulary import DRAFTING, ENDED


def last_step(plan: Plan, commitment: Commitment) -> Step | None:
    """Return the step that says how far the drafting of a commitment is, or None."""
    ledger = expected(plan)
    stages = ((line.step, DRAFTING.get(line.step)) for line in ledger.story(commitment.id))
    during = {None, ledger.status(commitment.id)}
    steps = [(step, stage) for step, stage in stages if stage and stage.during in during]
    strong = [step for step, stage in steps if not stage.weak]
    return next(reversed(strong or [step for step, _ in steps]), None)


def is_over(plan: Plan, commitment: Commitment) -> bool:
    """Whether nothing more is drafted: the commitment has ended, or the plan was adopted."""
    ledger = expected(plan)
    return ledger.status(commitment.id) in ENDED or ledger.adoption is not None


def promised(plan: Plan, commitment: Commitment, until: Moment | None = None) -> Line | None:
    """Return the step that promises a coordination meeting still to come, or None.

    Of the steps heard up to `until`, the last one on such meetings counts.
    """
    found = None
    for line in expected(plan).story(commitment.id):
        if until and moment_of(line.meeting) > until:
            break
        about = DRAFTING[line.step].meeting if line.step in DRAFTING else ""
        if about:
            found = line if about == "promised" else None
    return found


def is_held(line: Line) -> bool:
    """Whether a step says that a coordination meeting was held."""
    return line.step in DRAFTING and DRAFTING[line.step].meeting == "held"
