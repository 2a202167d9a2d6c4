"""Which commitments are asked for."""

import re
from collections.abc import Set
from dataclasses import dataclass

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.fold import expected
from ogp_cli.process.implementation import Progress
from ogp_cli.process.stuck import Blockage, blockage

# Numbers, and ranges of whole ones.
Numbers = tuple[range | int | str, ...]
_NOTHING_REPORTED = Progress()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A filter of commitments; what is empty does not filter.

    `leads` match related institutions too, and those that support a commitment; `steps` match any
    step of the story; `waiting` is for those without a slot, `idle` for those without news at that
    many last meetings, `overdue` for those with a milestone whose day has passed.
    """

    statuses: Set[str] = frozenset()
    leads: Set[str] = frozenset()
    numbers: Numbers = ()
    steps: Set[str] = frozenset()
    waiting: bool = False
    idle: int = 0
    stuck: bool = False
    axes: Set[str] = frozenset()
    completions: Set[str] = frozenset()
    overdue: bool = False

    def matches(
        self, plan: Plan, commitment: Commitment, known: Progress = _NOTHING_REPORTED
    ) -> bool:
        """Whether a commitment of a plan matches, which is as far as is `known`."""
        held = Blockage()
        if self.waiting or self.idle or self.stuck:
            held = blockage(plan, commitment)
        institutions = (*commitment.leads, *getattr(commitment, "supporting", ()))
        return (
            (not self.statuses or commitment.status in self.statuses)
            and (not self.leads or plan.institutions.concern(self.leads, institutions))
            and (not self.numbers or _numbered(self.numbers, commitment.number))
            and (not self.steps or self._has_step(plan, commitment))
            and (not self.waiting or held.waits)
            and held.idle >= self.idle
            and (not self.stuck or held.is_stuck)
            and (not self.axes or getattr(commitment, "axis", None) in self.axes)
            and (not self.completions or known.completion in self.completions)
            and (not self.overdue or bool(known.overdue))
        )

    def _has_step(self, plan: Plan, commitment: Commitment) -> bool:
        return any(line.step in self.steps for line in expected(plan).story(commitment.id))


def _numbered(numbers: Numbers, number: int | str | None) -> bool:
    """Whether a number is asked for; 2.1 and 2A are in each range that 2 is in."""
    first = re.match("[0-9]+", str(number))
    return any(
        number == each if not isinstance(each, range) else first and int(first[0]) in each
        for each in numbers
    )
