"""Which commitments are asked for."""

from collections.abc import Set
from dataclasses import dataclass

from ogp_cli.models.commitment import Commitment
from ogp_cli.plan import Plan
from ogp_cli.process.stuck import Blockage, blockage


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What commitments must be to be asked for; what is left empty, they may be.

    Of a status, of an institution or of one that it is a part of or has as a part, of a number
    (`numbers`, ranges of them); at one of `steps` once; waiting for a slot; without news at the
    last `idle` meetings; stuck.
    """

    statuses: Set[str] = frozenset()
    leads: Set[str] = frozenset()
    steps: Set[str] = frozenset()
    numbers: tuple[range, ...] = ()
    waiting: bool = False
    idle: int = 0
    stuck: bool = False

    def asks_for(self, plan: Plan, commitment: Commitment) -> bool:
        """Whether a commitment of a plan is asked for."""
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
        # A range looks at each of its numbers for what is not one.
        return number is not None and any(number in each for each in self.numbers)

    def _led(self, plan: Plan, commitment: Commitment) -> bool:
        return any(plan.institutions.related(lead, commitment.lead or "") for lead in self.leads)
