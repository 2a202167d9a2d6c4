"""Which commitments are asked for."""

import re
from collections.abc import Set
from dataclasses import dataclass

from ogp_cli.models.commitment import Adopted, Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.implementation import Progress
from ogp_cli.process.stuck import Blockage, blockage

# Numbers, and ranges of whole ones.
Numbers = tuple[range | int | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A filter of commitments; what is empty does not filter.

    `leads` match related institutions too; `steps` match any step of the history; `waiting` is for
    those without a slot, `idle` for those without news at that many last meetings.
    """

    statuses: Set[str] = frozenset()
    leads: Set[str] = frozenset()
    steps: Set[str] = frozenset()
    numbers: Numbers = ()
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
            and (not self.leads or plan.institutions.concern(self.leads, commitment.leads))
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
    numbers: Numbers = ()
    axes: Set[str] = frozenset()
    completions: Set[str] = frozenset()
    overdue: bool = False

    def matches(self, plan: Plan, commitment: Adopted, known: Progress) -> bool:
        """Whether a commitment of a plan matches, which is as far as is `known`."""
        institutions = (*commitment.leads, *commitment.supporting)
        return (
            (not self.statuses or commitment.status in self.statuses)
            and (not self.leads or plan.institutions.concern(self.leads, institutions))
            and (not self.numbers or _numbered(self.numbers, commitment.number))
            and (not self.axes or commitment.axis in self.axes)
            and (not self.completions or known.completion in self.completions)
            and (not self.overdue or bool(known.overdue))
        )


def _numbered(numbers: Numbers, number: int | str | None) -> bool:
    """Whether a number is asked for; 2.1 and 2A are in each range that 2 is in."""
    first = re.match("[0-9]+", str(number))
    return any(
        number == each if not isinstance(each, range) else first and int(first[0]) in each
        for each in numbers
    )
