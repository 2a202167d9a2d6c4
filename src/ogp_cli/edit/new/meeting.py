"""A new meeting: who took part last time, and what is still open."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from ogp_cli.edit.change import Change, comment, new_file
from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.lang import choose
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import plain
from ogp_cli.models.decision import Approval
from ogp_cli.models.meeting import Agreed
from ogp_cli.plan import Moment, Plan, SlotLife
from ogp_cli.present.wording import Wording
from ogp_cli.process.approval import on_minutes
from ogp_cli.process.as_of import as_of
from ogp_cli.process.stuck import Blockage, blockage
from ogp_cli.store.emit import items
from ogp_cli.store.folder import MEETINGS
from ogp_cli.store.source import open_source

COMMITTEE = "steering-committee"
# The comments of the file.
_STEPS = N_("What was reported on the commitments, in place of [], as in:")
_AGREED = N_("What the last meeting agreed, with who was to do it:")
_OVERDUE = N_("Commitments whose coordination meeting has passed, without news of it:")
_MERGES = N_(
    "Proposed merges that are still undecided. If the meeting decides them, remove [] and each #, "
    "and write decided or dropped:"
)
_WAITING = N_("Commitments that wait for a coordination meeting, and have no slot:")
_USUAL = ("place", "participants")
_EXAMPLE = (
    "- on: [1]",
    "  heard: [comments-shared, {step: meeting-to-schedule, draft: proposed}]",
)


def new_meeting(plan: Plan, name: str, day: dt.date, kind: str) -> Change:
    """Return the file of a new meeting, with the place and the people of the last one of its kind.

    A coordination meeting is held in the first open slot of its day, if there is one.

    Raises `OgpError` where the meeting has a file.
    """
    if _is_taken(plan, name):
        hint = _("the next meeting of that day is {meeting}").format(meeting=_next(plan, day))
        raise OgpError(_("the meeting of {name} has a file already").format(name=name), hint)
    then, language = as_of(plan, Moment(day)), choose(plan.info.language)
    say, is_committee = Wording(then, language), kind == COMMITTEE
    slot = _slot(then, day) if kind == "coordination" else None
    last = {"participants": []} if slot else _last(then, kind)
    held = _blockages(then, say) if is_committee else {}
    merges = [*_merges(then)] if is_committee else []
    return new_file(
        f"{MEETINGS}/{name}.yaml",
        {"date": day.isoformat(), "kind": kind, "slot": slot and slot.key},
        _said(say, slot) if slot else "",
        {key: last.get(key) for key in _USUAL},
        {"agenda": [], "discussed": [], "steps": []},
        comment(say.t(_STEPS), _EXAMPLE),
        comment(say.t(_AGREED), _agreed(say, kind)),
        comment(say.t(_OVERDUE), (line for line, each in held.items() if each.overdue)),
        {"reviewed": last.get("reviewed"), "decisions": []},
        comment(say.t(_MERGES), items(merges, 0)),
        _approval(then, language, kind),
        {"agreed": [], "schedule": []},
        comment(say.t(_WAITING), (line for line, each in held.items() if each.waits)),
    )


def _slot(plan: Plan, day: dt.date) -> SlotLife | None:
    """Return the first slot of a day that is still open."""
    of_day = [each for each in plan.slots.values() if each.is_open and each.slot.at.date() == day]
    return min(of_day, key=lambda life: life.slot.at, default=None)


def _said(say: Wording, life: SlotLife) -> str:
    """Return what a slot says of its meeting: the time, the institutions, the commitments."""
    return f"{plain(say.slot(life))} – {say.numbers(life.slot.commitments)}"


def _agreed(say: Wording, kind: str) -> list[str]:
    """Return what somebody was to do since the last meeting of a kind, a line for each."""
    of_kind = [each for each in say.plan.meetings.values() if each.kind == kind]
    points = of_kind[-1].agreed if of_kind else ()
    return [f"- {plain(say.point(each))}" for each in points if isinstance(each, Agreed)]


def _blockages(plan: Plan, say: Wording) -> dict[str, Blockage]:
    """Return what holds the commitments up, each by a line that names it."""
    found = {}
    for each in plan.commitments.values():
        title = say.alone(each.title) if each.title else "–"
        found[f"- {plan.display_number(each.id)}: {title}"] = blockage(plan, each)
    return found


def _merges(plan: Plan) -> Iterator[Mapping[str, Any]]:
    """Yield the decisions on the merges that are proposed, to be confirmed."""
    for each in plan.commitments.values():
        if each.status == "pending":
            members = [written(name) for name in each.made_from]
            yield {"merge": members, "into": written(each.id), "state": "decided"}


def _approval(plan: Plan, language: Language, kind: str) -> str:
    """Return the decision that approves the minutes of the last committee, if it is missing."""
    of_kind = [each.id for each in plan.meetings.values() if each.kind == kind == COMMITTEE]
    decisions = (each for each in on_minutes(plan) if isinstance(each.decision, Approval))
    approved = {each.minutes.id for each in decisions}
    text = language.gettext(
        "The last minutes are not approved yet. If the meeting approves them, remove [] and #:"
    )
    return comment(text, (f"- approve: {each}" for each in of_kind[-1:] if each not in approved))


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
    return open_source(plan.root, of_kind[-1].file).values if of_kind else {}
