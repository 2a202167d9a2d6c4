"""A meeting has a key that does not go with its state or its kind.

A meeting that is `planned` has an agenda, but it has heard and decided nothing yet. Once it was
held, remove `state: planned`. `commitments` are those of a coordination meeting; what a committee
heard of them is in its `steps`.
"""

from collections.abc import Iterator

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

LEVEL: Level = "error"

_OF_HELD = ("steps", "reviewed", "discussed", "decisions", "agreed", "schedule")


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every such key."""
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
    for meeting in plan.all_meetings:
        if meeting.commitments and not meeting.coordinates:
            yield Finding(
                meeting.at("commitments").name,
                "only a coordination meeting has “commitments”",
                "write what was heard of them under “steps”, or correct the kind",
                {},
                meeting.at("kind"),
            )
