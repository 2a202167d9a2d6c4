"""One meeting reports steps on a commitment that exclude each other, or one step twice.

Comments are either still being integrated or already integrated.
"""

from collections.abc import Iterator

from ogp_cli.models.commitment import Commitment
from ogp_cli.models.history import Entry
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.reconciliation import agreeing
from ogp_cli.process.vocabulary import DRAFTING

LEVEL: Level = "error"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every step that an earlier one of the meeting excludes or already is."""
    for commitment in agreeing(plan):
        yield from _clashes(commitment)


def _clashes(commitment: Commitment) -> Iterator[Finding]:
    first: dict[object, tuple[int, Entry]] = {}
    for index, entry in enumerate(commitment.history):
        about = DRAFTING.get(entry.step)
        if about is None:
            continue  # what was decided is compared with the decisions
        draft = getattr(entry, "draft", None)
        same = (entry.meeting, entry.step, entry.date, draft, str(entry.note))
        group = (entry.meeting, about.group or index)
        taken = first.get(group)
        if taken is None or taken[1].step == entry.step:
            taken = first.get(same)
        if taken:
            yield Finding(
                commitment.at("history", index, "step"),
                "“{step}” and “{other}” are reported at the same meeting",
                "keep one of the two",
                {"step": entry.step, "other": taken[1].step},
                commitment.at("history", taken[0], "step"),
            )
        first.setdefault(same, (index, entry))
        first.setdefault(group, (index, entry))
