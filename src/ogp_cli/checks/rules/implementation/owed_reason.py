"""A proposal was not adopted, and no meeting said why.

OGP's requirement 4.1 asks for a reasoned response. The adoption closes the proposals: what it does
not name is not adopted. That meeting, or a later one, gives the reason:

    - decline: [3]
      reason: …
"""

from collections.abc import Iterator

from ogp_cli.models.decision import Adoption, Rejection
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.acts import acts_of
from ogp_cli.process.ledger import expected
from ogp_cli.process.reconciliation import reconcile

LEVEL: Level = "warning"
NEEDS = {"meetings", "commitments"}


def check(plan: Plan) -> Iterator[Finding]:
    """Yield one finding for all proposals that nobody declined, at the adoption."""
    ledger = expected(plan)
    if ledger.closed is None or _names_unknown(plan):
        return
    explained = reconcile(plan).explained
    proposals = (
        each.id
        for each in plan.commitments.values()
        if each.is_proposal and each.id not in explained
    )
    names = [
        plan.called(name)
        for name in proposals
        if ledger.outcome(name) == "not-adopted"
        and "not-adopted" not in {ledger.state(each).status for each in (name, *ledger.path(name))}
    ]
    if names:
        yield Finding(
            ledger.closed.at,
            "these proposals were not adopted, and no reason is given: {names}",
            "to give one (OGP requirement 4.1), use “decline” in this meeting or in a later one",
            {"names": ", ".join(names)},
        )


def _names_unknown(plan: Plan) -> bool:
    """Whether a decision names a proposal that there is not, and may mean one that is left out."""
    decisions = (each for each in plan.index.decisions if isinstance(each[2], Adoption | Rejection))
    named = (name for each in decisions for act in acts_of(each) for name in act.commitments)
    return not all(map(plan.has_commitment, named))
