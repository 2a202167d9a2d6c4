"""The milestones of a card once a meeting is posted: when they are due, and who moved them."""

from collections.abc import Mapping, Sequence
from typing import Any

from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.models.meeting import Meeting
from ogp_cli.process.ledger import Moved

Values = Mapping[str, Any]


def moved(
    milestones: Sequence[Values] | None, moves: Mapping[str, Mapping[str, Moved]], meeting: Meeting
) -> tuple[Values, ...] | None:
    """Return the milestones with the moves that a meeting decides, in place of those posted before.

    `moves` are by milestone and by meeting, as in `process.ledger.State`. Those of other meetings
    stay; the `from` of a later one follows. Raises `OgpError` where
    nothing says when a milestone was due before it was moved.
    """
    if milestones is None:
        return None
    return tuple(_one(each, moves.get(str(each.get("id")), {}), meeting) for each in milestones)


def _one(milestone: Values, moves: Mapping[str, Moved], meeting: Meeting) -> Values:
    stated = {each["meeting"]: each for each in milestone.get("moved") or ()}
    if meeting.id not in stated and meeting.id not in moves:
        return milestone
    due = stated[min(stated)].get("from") if stated else milestone.get("due")
    # What other meetings decided, and is not posted yet, stays so.
    names = {*stated, meeting.id} if meeting.id in moves else {*stated} - {meeting.id}
    entries = []
    for name in sorted(names):
        move = moves.get(name)
        _refuse_unknown(milestone, due, move)
        entry, own = stated.get(name, {"meeting": name}), {"from": due}
        if name == meeting.id and move:
            own["reason"] = getattr(move.decided.decision, "reason", None) or entry.get("reason")
        entries.append(_with(entry, own))
        due = written(move.due) if move else due
    return _with(milestone, {"due": due, "moved": tuple(entries) or None})


def _refuse_unknown(milestone: Values, due: object, move: Moved | None) -> None:
    """Refuse where a milestone is due already when it is moved to: it was due at another time."""
    if move and written(move.due) == due:
        raise OgpError(
            f"milestone {milestone['id']} is due {due} already, and nothing says when it was due "
            "before",
            "write the date before the move under “due”, and post the meeting again",
        )


def _with(values: Values, own: Values) -> dict[str, Any]:
    """Return values with others put in; what has none goes, and a key that was blank stays."""
    return {
        key: value
        for key, value in {**values, **own}.items()
        if value is not None or values.get(key, own) is None
    }
