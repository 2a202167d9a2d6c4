"""The milestones of a card once a meeting is posted: when they are due, and who moved them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ogp_cli.ids import written
from ogp_cli.models.meeting import Meeting
from ogp_cli.process.ledger import Moved

Values = Mapping[str, Any]


def moved(
    milestones: Sequence[Values] | None, moves: Iterable[Moved], meeting: Meeting
) -> tuple[Values, ...] | None:
    """Return the milestones with the moves that a meeting decides, in place of those posted before.

    The moves of other meetings stay; the `from` of a later one follows.
    """
    if milestones is None:
        return None
    of_each: dict[str, list[Moved]] = {}
    for move in moves:
        of_each.setdefault(move.milestone, []).append(move)
    return tuple(_one(each, of_each.get(str(each.get("id")), []), meeting) for each in milestones)


def _one(milestone: Values, moves: Sequence[Moved], meeting: Meeting) -> Values:
    stated = {each["meeting"]: each for each in milestone.get("moved", ())}
    dues = {each.decided.meeting.id: written(each.due) for each in moves}
    if meeting.id not in stated and meeting.id not in dues:
        return milestone
    due = next((each["from"] for each in stated.values()), milestone.get("due"))
    entries = []
    for name in sorted({*stated, *dues} - ({meeting.id} - {*dues})):
        if name not in stated and name != meeting.id:
            continue  # decided elsewhere, and not posted yet
        reason = next((each for each in moves if each.decided.meeting.id == name), None)
        entry = {**stated.get(name, {"meeting": name}), "from": due}
        if name == meeting.id and reason:
            entry |= {"reason": getattr(reason.decided.decision, "reason", None)}
        entries.append({key: value for key, value in entry.items() if value is not None})
        due = dues.get(name, due)
    new = {**milestone, "due": due, "moved": tuple(entries)}
    return {key: value for key, value in new.items() if key != "moved" or entries}
