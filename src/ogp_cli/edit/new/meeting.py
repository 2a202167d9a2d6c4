"""A new meeting: who took part last time, and what is still open."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from ogp_cli.edit.change import Change, comment, new_file
from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.lang import choose
from ogp_cli.plan import Moment, Plan
from ogp_cli.present.wording import Wording
from ogp_cli.process.as_of import as_of
from ogp_cli.process.stuck import Blockage, blockage
from ogp_cli.store.emit import items
from ogp_cli.store.folder import MEETINGS
from ogp_cli.store.source import open_source

COMMITTEE = "steering-committee"
_USUAL = ("place", "participants")
_EXAMPLE = (
    "- on: [1]",
    "  heard: [comments-shared, {step: meeting-to-schedule, draft: proposed}]",
)


def new_meeting(plan: Plan, name: str, day: dt.date, kind: str) -> Change:
    """Return the file of a new meeting, with the place and the people of the last one of its kind.

    Raises `OgpError` where the meeting has a file.
    """
    if _is_taken(plan, name):
        hint = f"the next meeting of that day is {_next(plan, day)}"
        raise OgpError(f"the meeting of {name} has a file already", hint)
    then, language = as_of(plan, Moment(day)), choose(plan.info.language)
    last, words, is_committee = _last(then, kind), language.skeletons, kind == COMMITTEE
    held = _blockages(then, Wording(then, language)) if is_committee else {}
    merges = [*_merges(then)] if is_committee else []
    return new_file(
        f"{MEETINGS}/{name}.yaml",
        {"date": day.isoformat(), "kind": kind},
        {key: last.get(key) for key in _USUAL},
        {"agenda": [], "discussed": [], "steps": []},
        comment(words.steps, _EXAMPLE),
        comment(words.overdue, (line for line, each in held.items() if each.overdue)),
        {"reviewed": last.get("reviewed"), "decisions": []},
        comment(words.merges, items(merges, 0)),
        {"agreed": [], "schedule": []},
        comment(words.waiting, (line for line, each in held.items() if each.waits)),
    )


def _blockages(plan: Plan, wording: Wording) -> dict[str, Blockage]:
    """Return what holds the commitments up, each by a line that names it."""
    found = {}
    for each in plan.commitments.values():
        title = wording.alone(each.title) if each.title else "–"
        found[f"- {plan.display_number(each.id)}: {title}"] = blockage(plan, each)
    return found


def _merges(plan: Plan) -> Iterator[Mapping[str, Any]]:
    """Yield the decisions on the merges that are proposed, to be confirmed."""
    for each in plan.commitments.values():
        if each.status == "pending":
            members = [written(name) for name in each.made_from]
            yield {"merge": members, "into": written(each.id), "state": "decided"}


def _next(plan: Plan, day: dt.date) -> str:
    """Return a free name for another meeting of a day: its date and a letter, from b on."""
    names = (f"{day}-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    return next(name for name in names if not _is_taken(plan, name))


def _is_taken(plan: Plan, name: str) -> bool:
    """Whether a meeting has a file, be it planned or not readable."""
    return plan.has_meeting(name) or name in plan.planned


def _last(plan: Plan, kind: str) -> Mapping[str, Any]:
    """Return the values of the last meeting of a kind, as its file has them; {} for none."""
    of_kind = [each for each in plan.meetings.values() if each.kind == kind]
    document = open_source(plan.root, of_kind[-1].file).parsed[0] if of_kind else None
    return document.values if document and isinstance(document.values, dict) else {}
