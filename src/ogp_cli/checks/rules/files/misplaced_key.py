"""A meeting or a commitment has a key that does not belong in its file.

A meeting with `state: planned` has an agenda, but has not heard or decided anything. Once it was
held, remove `state: planned`. Only a coordination meeting has `commitments`; other meetings write
what they heard under `steps`. Only a commitment of the plan, whose file has `adopted_from`, has a
card with milestones.
"""

from collections.abc import Iterator
from typing import get_args

from ogp_cli.models.history import CardKey
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level
from ogp_cli.process.ledger import expected

LEVEL: Level = "error"

_OF_HELD = ("steps", "reviewed", "discussed", "decisions", "agreed", "schedule", "presented")
_OF_CARD = (*(key for key in get_args(CardKey) if key not in {"title", "lead"}), "ogp", "irm")
_OF_OTHERS = {
    False: (
        "only a commitment of the plan has: {keys}",
        "move it to the file that an adoption made, as in c1.yaml",
    ),
    True: ("a commitment of the plan does not have: {keys}", "remove it, or “adopted_from”"),
}
_OF_PROPOSAL = ("proposed", "merged_into", "merged_from", "adopted_as")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every key that is not of its kind of file."""
    for meeting in plan.planned.values():
        for key in _OF_HELD:
            if getattr(meeting, key) not in (None, ()):
                yield Finding(
                    meeting.at(key).name,
                    "a meeting that is planned has no “{key}”",
                    "remove “state: planned” once the meeting was held, or remove the key",
                    {"key": key},
                    meeting.at("state"),
                )
    yield from _of_cards(plan)
    for meeting in plan.all_meetings:
        if meeting.commitments and not meeting.coordinates:
            yield Finding(
                meeting.at("commitments").name,
                "only a coordination meeting has “commitments”",
                "write what was heard of them under “steps”, or correct the kind",
                {},
                meeting.at("kind"),
            )


def _of_cards(plan: Plan) -> Iterator[Finding]:
    """Yield one finding for every file of a commitment with such keys."""
    ledger = expected(plan)
    for commitment in plan.commitments.values():
        if ledger.state(commitment.id).is_adopted and not commitment.is_adopted:
            continue  # “adopted_from” is what is missing: `merge-sources`
        others = _OF_PROPOSAL if commitment.is_adopted else _OF_CARD
        keys = [key for key in others if getattr(commitment, key)]
        if keys:
            message, hint = _OF_OTHERS[commitment.is_adopted]
            yield Finding(commitment.at(keys[0]).name, message, hint, {"keys": ", ".join(keys)})
