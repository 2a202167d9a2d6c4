"""Which commitments are asked for."""

from collections.abc import Set
from dataclasses import dataclass

from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.implementation import Progress
from ogp_cli.process.stuck import Blockage, blockage


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A filter of commitments; what is empty does not filter.

    `leads` match related institutions too; `steps` match any step of the history; `waiting` is for
    those without a slot, `idle` for those without news at that many last meetings.
    """

    statuses: Set[str] = frozenset()
    leads: Set[str] = frozenset()
    steps: Set[str] = frozenset()
    numbers: tuple[range, ...] = ()
    waiting: bool = False
    idle: int = 0
    stuck: bool = False

    def matches(self, plan: Plan, commitment: Commitment) -> bool:
        """Whether a commitment of a plan matches."""
        held = Blockage()
        if self.waiting or self.idle or self.stuck:
            held = blockage(plan, commitment)
        return (
            (not self.statuses or commitment.status in self.statuses)
            and (not self.leads or _is_one_of(plan, self.leads, commitment.lead or ""))
            and (not self.steps or any(e.step in self.steps for e in commitment.history))
            and (not self.numbers or _numbered(self.numbers, commitment.number))
            and (not self.waiting or held.waits)
            and held.idle >= self.idle
            and (not self.stuck or held.is_stuck)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanQuery:
    """A filter of the commitments of the plan; what is empty does not filter.

    `leads` match related institutions too, and those that support a commitment; `overdue` is for
    those with a milestone whose day has passed.
    """

    statuses: Set[str] = frozenset()
    leads: Set[str] = frozenset()
    numbers: tuple[range, ...] = ()
    axes: Set[str] = frozenset()
    completions: Set[str] = frozenset()
    overdue: bool = False

    def matches(self, plan: Plan, commitment: Adopted, known: Progress) -> bool:
        """Whether a commitment of a plan matches, which is as far as is `known`."""
        institutions = (commitment.lead or "", *commitment.supporting)
        return (
            (not self.statuses or commitment.status in self.statuses)
            and (not self.leads or any(_is_one_of(plan, self.leads, each) for each in institutions))
            and (not self.numbers or _numbered(self.numbers, commitment.number))
            and (not self.axes or commitment.axis in self.axes)
            and (not self.completions or known.completion in self.completions)
            and (not self.overdue or bool(known.overdue))
        )


def _numbered(numbers: tuple[range, ...], number: int | None) -> bool:
    # None is not a number: a range would compare each of its numbers with it.
    return number is not None and any(number in each for each in numbers)


def _is_one_of(plan: Plan, leads: Set[str], institution: str) -> bool:
    return any(plan.institutions.related(lead, institution) for lead in leads)
