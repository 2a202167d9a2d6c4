"""A step names a meeting that does not exist, or has not been held yet.

A meeting is named by its id: the name of its file in `data/meetings/`, without `.yaml`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from ogp_cli.checks.references import unknown
from ogp_cli.notation import usual
from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level, Place

LEVEL: Level = "error"

_NO_MEETING, _CREATE = (
    "no meeting “{name}”",
    "create data/meetings/{name}.yaml, or take it back from git",
)
# Meetings are a few days apart: what looks like another day may be right all the same.
_EITHER = "write “{near}”, or create data/meetings/{name}.yaml"


def check(plan: Plan) -> Iterator[Finding]:
    """Yield every meeting that has no file, or was not held, at the first step that names it."""
    days: list[tuple[str, Place]] = []
    odd: list[tuple[str, Place]] = []  # 18-04-2024: in another notation
    for name, place in _not_held(plan):
        if name not in plan.planned:
            (odd if usual(name) else days).append((name, place))

    named = Counter(name for name, _ in days)

    def near(name: str) -> str:
        # Nobody mistypes a name twice: the meeting's file is missing.
        return _one_slip_away(name, plan.meetings) if named[name] == 1 else ""

    return chain(
        unknown(odd, plan.has_meeting, usual, _NO_MEETING, _CREATE),
        unknown(days, plan.has_meeting, near, _NO_MEETING, _CREATE, _EITHER),
        _planned(plan),
    )


def _not_held(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Yield the names of meetings that were not held, or are unknown, and where they stand."""
    for commitment in plan.commitments.values():
        for index, entry in enumerate(commitment.history):
            if entry.meeting not in plan.meetings:  # nearly all are: no place is made for those
                yield entry.meeting, commitment.at("history", index, "meeting")
    yield from (each for each in _others(plan) if each[0] not in plan.meetings)


def _others(plan: Plan) -> Iterator[tuple[str, Place]]:
    """Yield the meetings that cards and decisions name."""
    for commitment in plan.adopted.values():
        for index, milestone in enumerate(commitment.milestones):
            place = commitment.at("milestones", index)
            for key in ("added", "dropped"):
                if name := getattr(milestone, key):
                    yield name, place / key
            for item, move in enumerate(milestone.moved):
                yield move.meeting, place / "moved" / item / "meeting"
    for _, at, decision in plan.index.decisions:
        for key in ("approve", "correct"):
            if name := getattr(decision, key, ""):
                yield name, at / key


def _planned(plan: Plan) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, at in _not_held(plan):
        if name in plan.planned:
            first.setdefault(name, at)
    for name, at in first.items():
        message = "the meeting “{name}” is planned, and was not held yet"
        hint = "once it was held, remove its “state: planned”"
        yield Finding(at, message, hint, {"name": name}, plan.planned[name].at("state"))


def _one_slip_away(name: str, meetings: Iterable[str]) -> str:
    """Return the only meeting whose id differs from a name by one character or two swapped ones."""
    near = [each for each in meetings if _is_one_slip(name, each)]
    return near[0] if len(near) == 1 else ""


def _is_one_slip(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 or (len(pairs) == 2 and pairs[0] == pairs[1][::-1])  # noqa: PLR2004
