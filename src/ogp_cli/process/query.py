"""Which commitments are asked for."""

from collections.abc import Set
from dataclasses import dataclass

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
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

    def asks_for(self, plan: Plan, commitment: Commitment) -> bool:
        """Whether a commitment of a plan matches."""
        held = Blockage()
        if self.waiting or self.idle or self.stuck:
            held = blockage(plan, commitment)
        return (
            (not self.statuses or commitment.status in self.statuses)
            and (not self.leads or self._led(plan, commitment))
            and (not self.steps or any(e.step in self.steps for e in commitment.history))
            and (not self.numbers or self._numbered(commitment.number))
            and (not self.waiting or held.waits)
            and held.idle >= self.idle
            and (not self.stuck or held.is_stuck)
        )

    def _numbered(self, number: int | None) -> bool:
        # None is not a number: a range would compare each of its numbers with it.
        return number is not None and any(number in each for each in self.numbers)

    def _led(self, plan: Plan, commitment: Commitment) -> bool:
        return any(plan.institutions.related(lead, commitment.lead or "") for lead in self.leads)
