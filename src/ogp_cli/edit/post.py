"""Posting: what a meeting heard and decided, carried into the files of its commitments.

The minutes that it approves get their seal, in its own file. The report that it presented gets its
date.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ogp_cli.edit.applied import applied
from ogp_cli.edit.change import Change
from ogp_cli.edit.milestones import moved
from ogp_cli.errors import OgpError
from ogp_cli.ids import written
from ogp_cli.models.base import keys_of
from ogp_cli.models.commitment import Adopted, Proposal
from ogp_cli.models.decision import Amendment, Approval
from ogp_cli.models.meeting import Meeting
from ogp_cli.plan import Plan, load
from ogp_cli.process.approval import approvals, on_minutes
from ogp_cli.process.lines import Line
from ogp_cli.process.posting import PostedEntry, PostedFile, posted
from ogp_cli.process.presentation import Presented, presented
from ogp_cli.process.seal import seal_of
from ogp_cli.store.edit import edited
from ogp_cli.store.emit import block
from ogp_cli.store.folder import COMMITMENTS, MEETINGS
from ogp_cli.store.git import head_of
from ogp_cli.store.revision import Revision
from ogp_cli.store.source import Source, open_source

_OUTCOME = ("status", "merged_into", "merged_from", "adopted_as", "history")
# A file begins with what it is, and ends with its outcome; between the two stands its text.
_KEYS_OF_COMMITMENT = (
    "number",
    "adopted_from",
    *(
        key
        for key in {**keys_of(Adopted), **keys_of(Proposal)}
        if key not in {"number", "adopted_from", *_OUTCOME}
    ),
    *_OUTCOME,
)
# A seal stands below what it seals, before any other key.
_KEYS_OF_APPROVAL = ("approve", "seal", "accept")


def post(plan: Plan, meeting: Meeting, *, reseal: bool = False) -> tuple[list[Change], Plan]:
    """Return what posting a meeting changes, and the book with these changes made.

    With `reseal`, the minutes that it approved are sealed as they are now. Raises `OgpError` if a
    file that it needs cannot be read or edited, or if it would seal minutes anew without `reseal`.
    """
    _refuse_unread(plan)
    files = (_change(plan, each, meeting) for each in posted(plan, meeting))
    reports = (_presented(plan, each) for each in presented(plan, meeting))
    changes = [change for change in (*files, *reports, _seal(plan, meeting, reseal)) if change]
    return changes, applied(plan, changes)


def _refuse_unread(plan: Plan) -> None:
    """Refuse where a meeting cannot be read: what it decided is not known."""
    for file in sorted(plan.unread):
        if file.startswith(f"{MEETINGS}/"):
            raise OgpError(f"{file} cannot be read", "to see what is wrong in it, run: ogp check")


def _change(plan: Plan, wanted: PostedFile, meeting: Meeting) -> Change | None:
    if plan.is_unread(COMMITMENTS, wanted.id):
        hint = "to see what is wrong in it, run: ogp check"
        raise OgpError(f"the file of “{wanted.id}” cannot be read", hint)
    if wanted.commitment is None:
        return _new(wanted, meeting)
    file = wanted.commitment.file
    source, old = _read(plan, file)
    values = _values(old, wanted, meeting)
    if repr(values) == repr(old):
        return None
    return Change(file, source.data, edited(source.data, file, values))


def _presented(plan: Plan, wanted: Presented) -> Change | None:
    """Return the report of a half-year with the day when a meeting presented it."""
    file = wanted.report.file
    source, old = _read(plan, file)
    day = wanted.day.isoformat() if wanted.day else None
    if day == old.get("presented"):
        return None
    others = {key: value for key, value in old.items() if key != "presented"}
    values = {"presented": day, **others} if day else others
    return Change(file, source.data, edited(source.data, file, values))


def _seal(plan: Plan, meeting: Meeting, reseal: bool) -> Change | None:
    """Return the meeting's own file with the seals that its approvals lack, or all of them."""
    missing = [
        each
        for each in on_minutes(plan)
        if each.meeting is meeting
        and not each.wrong
        and isinstance(each.decision, Approval)
        and (reseal or each.decision.seal is None)
        and each.decision.seal != seal_of(each.minutes)
    ]
    if not missing:
        return None
    if not reseal:
        _refuse_resealing(plan, [each.minutes for each in missing])
    seals = {each.at.path[-1]: seal_of(each.minutes) for each in missing}
    source, values = _read(plan, meeting.file)
    decisions = tuple(
        _ordered(each, {"seal": seals[index]}, _KEYS_OF_APPROVAL) if index in seals else each
        for index, each in enumerate(values["decisions"])
    )
    new = edited(source.data, meeting.file, {**values, "decisions": decisions})
    return Change(meeting.file, source.data, new)


def _refuse_resealing(plan: Plan, minutes: Sequence[Meeting]) -> None:
    """Refuse where the last commit has another seal for some minutes: they changed since."""
    head = head_of(plan.root)
    committed = approvals(load(plan.root, Revision(plan.root, head))) if head else {}
    for each in minutes:
        old = committed.get(each.id)
        if old and old.decision.seal not in {None, seal_of(each)}:
            raise OgpError(
                f"the minutes of {each.id} changed since they were sealed",
                f"to see what changed: git log -p {each.file}; undo it there, and correct it with "
                "“correct”; to approve them as they are now: --reseal",
            )


def _read(plan: Plan, file: str) -> tuple[Source, Mapping[str, Any]]:
    source = open_source(plan.root, file)
    document = source.parsed[0]
    if document is None or not isinstance(document.values, dict):
        raise OgpError(f"{file} changed in the meantime", "run this again")
    return source, document.values


def _new(wanted: PostedFile, meeting: Meeting) -> Change | None:
    """Return the file of what a meeting makes, with what is known of it; None for any other."""
    if not wanted.members and not wanted.is_adopted:
        return None
    values = _values({}, wanted, meeting)
    text = "".join(f"{line}\n" for line in block(values, 0))
    return Change(f"{COMMITMENTS}/{wanted.id}.yaml", None, text.encode())


def _values(old: Mapping[str, Any], wanted: PostedFile, meeting: Meeting) -> dict[str, Any]:
    """Return the values of a file once a meeting is posted: new keys after those they go with."""
    history, old_history = wanted.history, old.get("history")
    lineage = dict.fromkeys(("merged_into", "merged_from", "adopted_as"))
    members, into = tuple(map(written, wanted.members)), wanted.into and written(wanted.into)
    lineage["adopted_as" if wanted.status == "adopted" else "merged_into"] = into
    if wanted.is_adopted:
        number = {"number": written(wanted.id[1:]), "adopted_from": members}
        lineage |= number | {"milestones": moved(old.get("milestones"), wanted.moves, meeting)}
    else:
        lineage["merged_from"] = members or None
    new = {
        **lineage,
        "title": wanted.title or old.get("title"),
        "lead": old.get("lead", wanted.lead),
        "status": wanted.status,
        "history": None
        if history is None
        else tuple(_entry(old_history, each, meeting) for each in history),
    }
    # A key without a value is a person's, to be filled in.
    kept = {
        key: value for key, value in old.items() if value is None or new.get(key, value) is not None
    }
    stated = {key: value for key, value in new.items() if value is not None}
    return _ordered(kept, stated, _KEYS_OF_COMMITMENT)


def _ordered(
    old: Mapping[str, Any], new: Mapping[str, Any], order: Sequence[str]
) -> dict[str, Any]:
    """Return values with others put in, each new key where the model has it."""
    keys = list(old)
    for key in new.keys() - old.keys():
        before = (i for i, each in enumerate(keys) if order.index(each) < order.index(key))
        keys.insert(max(before, default=-1) + 1, key)
    values = {**old, **new}
    return {key: values[key] for key in keys}


def _entry(history: Any, posted: PostedEntry, meeting: Meeting) -> Mapping[str, Any]:  # noqa: ANN401
    """Return an entry as its file has it, or as the meeting makes it; what is accepted stays."""
    old: Mapping[str, Any] = {} if posted.entry is None else history[posted.entry]
    if posted.line is None:
        return old
    kept = {key: value for key, value in old.items() if key == "accept"}
    return {**_said(posted.line, meeting), **kept}


def _said(line: Line, meeting: Meeting) -> Mapping[str, Any]:
    heard, decision = line.heard, line.decided.decision if line.decided else None
    said = {
        "meeting": meeting.id,
        "date": heard.date.isoformat() if heard and heard.date else None,
        "step": line.step,
        "draft": getattr(heard, "draft", None),
        "note": heard.note if heard else None,
        "what": decision.changed if isinstance(decision, Amendment) else None,
        "reason": getattr(decision, "reason", None),
    }
    return {key: value for key, value in said.items() if value is not None}
