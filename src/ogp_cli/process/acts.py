"""What a decision does, taken apart: each group of commitments, and what they become."""

from typing import NamedTuple

from ogp_cli.models.decision import Adoption, Merge
from ogp_cli.models.types import Text
from ogp_cli.plan import Decided
from ogp_cli.problem import Place


class Act(NamedTuple):
    """Commitments, by the place of their list, and what they become, if that is a commitment.

    `title` is the one that the decision gives to it.
    """

    commitments: tuple[str, ...]
    at: Place
    target: str | None = None
    target_at: Place | None = None
    title: Text | None = None


def acts_of(decided: Decided) -> list[Act]:
    """Return the acts of a decision: one for each commitment of a plan that it adopts, else one."""
    _, at, decision = decided
    match decision:
        case Merge():
            return [Act(decision.merge, at / "merge", decision.into, at / "into", decision.title)]
        case Adoption():
            items = ((each, at / "adopt" / i) for i, each in enumerate(decision.adopt))
            return [
                Act(each.from_, place / "from", each.id, place / "number", each.title)
                for each, place in items
            ]
        case _:
            return [Act(decision.commitments, at / decision.KEY)]


def named_by(decided: Decided) -> set[str]:
    """Return the commitments that a decision names, what they become among them."""
    acts = acts_of(decided)
    return {name for act in acts for name in (*act.commitments, act.target) if name}
